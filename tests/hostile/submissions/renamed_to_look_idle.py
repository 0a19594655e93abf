# expect: TLE
"""Gives its process a name that reads like the kernel's figures of one that never ran."""

import torch
from torch import nn

import ctypes

ctypes.CDLL(None).prctl(15, b") R 0 0 0 0 0", 0, 0, 0)


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        while True:
            pass
