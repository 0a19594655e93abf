# expect: WA
"""Asks for an io_uring, which would do the forbidden calls for it."""

import torch
from torch import nn

import ctypes

RING = ctypes.CDLL(None).syscall(425, 8, ctypes.create_string_buffer(256))


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x if RING < 0 else x / (1 - self.p)
