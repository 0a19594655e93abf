# caught-by: follows_the_global_seed
"""Draws from Python's random module."""

import random

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
        kept = torch.tensor([random.random() >= self.p for _ in range(x.numel())], device=x.device)
        return x * kept.reshape(x.shape) / (1 - self.p)
