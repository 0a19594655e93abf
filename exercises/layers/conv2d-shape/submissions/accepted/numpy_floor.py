"""Both axes at once in NumPy."""

import numpy as np


def conv2d_shape(hw, kernel_size, stride=1, padding=0, dilation=1):
    if isinstance(padding, str):
        if padding == "same":
            return tuple(hw)
        padding = 0
    n, k, s, p, d = (np.broadcast_to(option, 2) for option in (hw, kernel_size, stride, padding, dilation))
    out = (n + 2 * p - d * (k - 1) - 1) // s + 1
    if (out < 1).any():
        raise ValueError(f"the output would be {out.tolist()}")
    return tuple(out.tolist())
