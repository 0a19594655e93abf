# caught-by: handles_both_ends_of_p
"""Keeps p away from 1, so that p = 1 lets large values through."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        p = min(self.p, 0.9)
        kept = torch.rand_like(x) >= p
        return x * kept / (1 - p)
