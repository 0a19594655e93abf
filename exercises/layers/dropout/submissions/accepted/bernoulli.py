"""The mask from torch.bernoulli, the scale folded into it."""

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
        keep = 1 - self.p
        mask = torch.bernoulli(torch.full_like(x, keep))
        if keep > 0:
            mask = mask / keep
        return x * mask
