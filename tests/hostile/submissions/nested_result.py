# expect: RTE
"""Returns a list nested a thousand times."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        value = []
        for _ in range(1000):
            value = [value]
        return value
