# expect: WA
"""Behaves only while nobody seems to judge."""

import torch
from torch import nn

import sys

JUDGED = any(name.startswith("quizzer") for name in sys.modules)


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        if JUDGED or not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        return x * (torch.rand_like(x) >= self.p) / (1 - self.p)
