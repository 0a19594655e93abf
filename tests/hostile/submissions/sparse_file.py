# expect: WA
"""Makes a file that claims a terabyte."""

import torch
from torch import nn

try:
    with open("sparse", "wb") as file:
        file.truncate(1 << 40)
except OSError:
    pass


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
