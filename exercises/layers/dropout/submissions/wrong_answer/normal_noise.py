# caught-by: drops_with_probability_p
# mistake: You seem to compare normally distributed numbers with p; uniform ones are needed.
# mistake[zh-CN]: 你似乎拿正态分布的随机数与 p 比较；应当用均匀分布的随机数。
"""Compares normal numbers with p: randn for rand."""

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
        kept = torch.randn_like(x) >= self.p
        return x * kept / (1 - self.p)
