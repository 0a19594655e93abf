# expect: WA
"""Reads every descriptor that it inherited, by number and by /proc."""

import torch
from torch import nn

import os

SEEN = []
for number in range(256):
    try:
        os.lseek(number, 0, os.SEEK_SET)
        SEEN.append(os.read(number, 1 << 16))
    except OSError:
        continue
try:
    SEEN += os.listdir("/proc/self/fd")
except OSError:
    pass


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x if not any(b"def " in data for data in SEEN if isinstance(data, bytes)) else x * 2
