# expect: FORBIDDEN
"""Executes the source of the real function."""

import torch
from torch import nn

import inspect

namespace = dict(vars(nn.functional))
exec(inspect.getsource(getattr(nn.functional, "drop" + "out")), namespace)
copied = namespace["drop" + "out"]


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return copied(x, self.p, self.training)
