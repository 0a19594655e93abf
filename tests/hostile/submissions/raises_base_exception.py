# expect: RTE
"""Raises what no except Exception catches."""

import torch
from torch import nn

class Escape(BaseException):
    def __str__(self):
        raise Escape


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        raise Escape
