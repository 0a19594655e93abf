"""Scale everything, then fill the dropped places with zero."""

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
            return x.clone()
        if self.p == 1.0:
            return x * 0.0
        dropped = torch.rand(x.shape, device=x.device) < self.p
        return (x / (1.0 - self.p)).masked_fill(dropped, 0.0)
