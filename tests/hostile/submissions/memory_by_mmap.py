# expect: WA
"""Maps far more than it may, in one piece and in many."""

import torch
from torch import nn

import mmap

KEPT = []
try:
    for _ in range(4096):
        KEPT.append(mmap.mmap(-1, 1 << 28))
except (OSError, ValueError, MemoryError):
    pass
KEPT.clear()


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
