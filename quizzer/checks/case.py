"""The inputs of one check in one run: every draw comes from the run's secret seed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import torch

Item = TypeVar("Item")


class Case:
    """Seeded draws for one check. ``seed`` is an int below 2**63, ``device`` where tensors belong."""

    def __init__(self, *, seed: int, device: str = "cpu", dtype: torch.dtype = torch.float32) -> None:
        self.seed = seed
        self.device = device
        self.dtype = dtype
        self.generator = torch.Generator().manual_seed(seed)

    def randn(self, *shape: int, dtype: torch.dtype | None = None) -> torch.Tensor:
        """Standard normal numbers of ``shape``."""
        return torch.randn(shape, generator=self.generator, dtype=dtype or self.dtype).to(self.device)

    def rand(self, *shape: int, dtype: torch.dtype | None = None) -> torch.Tensor:
        """Uniform numbers in [0, 1) of ``shape``."""
        return torch.rand(shape, generator=self.generator, dtype=dtype or self.dtype).to(self.device)

    def integer(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return int(torch.randint(low, high + 1, (), generator=self.generator))

    def uniform(self, low: float, high: float) -> float:
        """A number in [low, high)."""
        return low + (high - low) * float(torch.rand((), generator=self.generator, dtype=torch.float64))

    def pick(self, options: Sequence[Item]) -> Item:
        """One of ``options``."""
        return options[self.integer(0, len(options) - 1)]
