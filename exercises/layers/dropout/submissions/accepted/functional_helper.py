"""A function with the mode as an argument, called by a thin module."""

import torch
from torch import nn


def drop(x, p, *, training):
    if not training or p == 0.0:
        return x + 0
    mask = torch.rand(*x.shape, dtype=x.dtype, device=x.device).ge(p).type_as(x)
    return x.mul(mask) if p == 1.0 else x.mul(mask).div(1.0 - p)


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super(Dropout, self).__init__()
        if p < 0 or p > 1:
            raise ValueError("dropout probability has to be between 0 and 1")
        self.p = float(p)

    def forward(self, x):
        return drop(x, self.p, training=self.training)
