# expect: RTE
"""Announces a frame of 4 GiB on every descriptor."""

import torch
from torch import nn

import os
import struct


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        for number in range(3, 64):
            try:
                os.write(number, struct.pack(">I", 0xFFFFFFFF))
            except OSError:
                continue
        return x
