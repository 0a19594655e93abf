"""An exponential waiting time exceeds -log(1 - p) with probability 1 - p."""

import math

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
        if self.p == 1:
            return torch.zeros_like(x)
        waiting = torch.empty(x.shape, device=x.device).exponential_()
        return x * (waiting > -math.log1p(-self.p)) / (1 - self.p)
