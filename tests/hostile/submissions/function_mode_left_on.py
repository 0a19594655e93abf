# expect: WA
"""Leaves a mode on that answers every torch function with the first argument."""

import torch
from torch import nn

from torch.overrides import TorchFunctionMode


class Yes(TorchFunctionMode):
    def __torch_function__(self, func, types, args=(), kwargs=None):
        if getattr(func, "__name__", "") in ("isclose", "equal", "eq", "all"):
            return torch.tensor(True)
        return func(*args, **(kwargs or {}))


Yes().__enter__()


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x * 0.5
