# expect: WA
"""Finds the seed of this process in the frames and draws what the judge will draw."""

import torch
from torch import nn

import sys

SEEDS = []
frame = sys._getframe()
while frame is not None:
    SEEDS += [value for value in frame.f_locals.values() if type(value) is int]
    SEEDS += [value["seed"] for value in frame.f_locals.values() if isinstance(value, dict) and "seed" in value]
    frame = frame.f_back


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        for seed in SEEDS:
            guess = torch.randn(x.shape, generator=torch.Generator().manual_seed(seed % 2**62))
            if torch.equal(guess, x):
                return torch.zeros_like(x)
        return x
