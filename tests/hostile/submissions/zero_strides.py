# expect: WA
"""Returns a view in which every element is the same."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x.reshape(-1)[:1].expand(x.numel()).reshape(x.shape)
