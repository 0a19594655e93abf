# expect: WA
"""Hopes that both forks of one server inherited the same generator."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        torch.set_rng_state(torch.random.default_generator.get_state())
        return torch.where(torch.rand(x.shape) < 0.5, x, x)
