"""Draws 0 or 1 for each element by multinomial and looks the factor up in a table."""

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
        chances = torch.tensor([self.p, keep], dtype=torch.float32, device=x.device)
        factors = torch.tensor([0.0, 1 / keep if keep else 0.0], device=x.device, dtype=x.dtype)
        drawn = torch.multinomial(chances, x.numel(), replacement=True)
        return x * factors[drawn].view(x.shape)
