# expect: WA
"""Makes the database appear in its own folder."""

import torch
from torch import nn

import os

try:
    os.link("@DATABASE@", "mine")
    open("mine", "wb").write(b"mine")
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
