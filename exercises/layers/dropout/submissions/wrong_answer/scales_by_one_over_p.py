# caught-by: scales_survivors
# mistake: You seem to scale the survivors by 1/p instead of 1/(1-p).
# mistake[zh-CN]: 你似乎把保留的元素乘以 1/p，而不是 1/(1-p)。
"""Divides by p: right for p = 0.5 only."""

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
        kept = torch.rand_like(x) >= self.p
        return x * kept / self.p
