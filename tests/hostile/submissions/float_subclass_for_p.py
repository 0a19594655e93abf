# expect: WA
"""Keeps a float that compares as it likes, and returns its input."""

import torch
from torch import nn

class Loose(float):
    def __lt__(self, other):
        return True

    __gt__ = __le__ = __ge__ = __lt__


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        self.p = Loose(self.p)
        return x
