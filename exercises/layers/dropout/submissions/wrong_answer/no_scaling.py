# caught-by: scales_survivors
# mistake: You seem to leave the survivors as they are; they need the factor 1/(1-p).
# mistake[zh-CN]: 你似乎没有缩放保留下来的元素；它们需要乘以 1/(1-p)。
"""Drops, and forgets to scale."""

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
        return x * (torch.rand_like(x) >= self.p)
