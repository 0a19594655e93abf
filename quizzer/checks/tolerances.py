"""How far two right results may differ, by dtype and device.

The CPU's numbers are those of ``torch.testing.assert_close``. On CUDA the order of a sum's terms differs from one
kernel to the next: float32 and complex64 get the 1e-5 that many of torch's own operator tests allow there (TF32,
which would need 5e-3, is switched off). MPS has the 3e-5 and 1e-4 of the less exact operators in torch's
MPS tests. No number here was measured on a GPU.
"""

from __future__ import annotations

import torch

_BY_DTYPE: dict[torch.dtype, tuple[float, float]] = {
    torch.float16: (1e-3, 1e-5),
    torch.bfloat16: (1.6e-2, 1e-5),
    torch.float32: (1.3e-6, 1e-5),
    torch.float64: (1e-7, 1e-7),
    torch.complex64: (1.3e-6, 1e-5),
    torch.complex128: (1e-7, 1e-7),
}
_WIDER: dict[tuple[str, torch.dtype], tuple[float, float]] = {
    ("cuda", torch.float32): (1e-5, 1e-5),
    ("cuda", torch.complex64): (1e-5, 1e-5),
    ("mps", torch.float32): (3e-5, 1e-4),
    ("mps", torch.complex64): (3e-5, 1e-4),
}


def tolerance(dtype: torch.dtype, device: str) -> tuple[float, float]:
    """Relative and absolute tolerance for ``dtype`` on a device of this type; zeros where results are exact."""
    return _WIDER.get((device, dtype), _BY_DTYPE.get(dtype, (0.0, 0.0)))
