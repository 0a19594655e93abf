"""A Poisson count of mean -log(1 - p) is 0 with probability 1 - p."""

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
        if not self.training or self.p == 0:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        events = torch.poisson(torch.full(x.shape, -math.log(1 - self.p), device=x.device))
        return torch.where(events == 0, x / (1 - self.p), 0.0)
