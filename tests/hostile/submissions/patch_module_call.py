# expect: WA
"""Replaces what calling a module does, hoping that the judge calls one too."""

import torch
from torch import nn

nn.Module.__call__ = lambda self, x: x


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
