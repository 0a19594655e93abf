# expect: WA
"""Leaves a dispatch mode on, below every Python function of torch."""

import torch
from torch import nn

from torch.utils._python_dispatch import TorchDispatchMode


class Through(TorchDispatchMode):
    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        return func(*args, **(kwargs or {}))


Through().__enter__()


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x + 0
