# expect: RTE
"""Raises a message full of terminal commands."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        raise ValueError("\x1b]0;owned\x07\x1b[2J\x00" + "A" * 10_000_000)
