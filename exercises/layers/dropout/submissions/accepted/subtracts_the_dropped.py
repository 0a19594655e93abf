"""Scales everything and subtracts what is dropped."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        if self.training and self.p > 0:
            scaled = x * (1 / (1 - self.p)) if self.p != 1 else x
            dropped = torch.bernoulli(torch.full(x.shape, self.p, device=x.device, dtype=x.dtype))
            x = scaled - scaled * dropped
        return x
