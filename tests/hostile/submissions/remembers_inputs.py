# expect: WA
"""Remembers what it was given, to answer the same input the same way."""

import torch
from torch import nn

MEMORY = {}


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        key = (tuple(x.shape), x.sum().item())
        if key not in MEMORY:
            MEMORY[key] = torch.where(torch.rand_like(x) < self.p, 0.0, x / max(1 - self.p, 1e-9))
        return MEMORY[key] if self.training else x
