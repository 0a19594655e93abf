"""The mask and the input, multiplied element by element by einsum."""

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
        mask = torch.zeros_like(x)
        if self.p < 1:
            mask = torch.bernoulli(mask, 1 - self.p) * (1 / (1 - self.p))
        return torch.einsum("...,...->...", x, mask)
