# expect: WA
"""Returns NaN, which is equal to nothing and unequal to nothing."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x * float("nan")
