# expect: WA
"""Fills its folder with many files of the largest size."""

import torch
from torch import nn

import os

for number in range(100_000):
    try:
        with open(f"{number}", "wb") as file:
            file.write(b"x" * (1 << 24))
    except OSError:
        break


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
