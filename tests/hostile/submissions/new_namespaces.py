# expect: WA
"""Makes namespaces of its own, to be root in them."""

import torch
from torch import nn

import ctypes

MADE = [ctypes.CDLL(None).unshare(flag) for flag in (0x10000000, 0x00020000, 0x40000000, 0x20000000)]


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x if max(MADE) < 0 else x / (1 - self.p)
