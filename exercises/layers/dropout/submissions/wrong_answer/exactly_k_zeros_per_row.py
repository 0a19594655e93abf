# caught-by: leaves_the_count_to_chance
# mistake: You seem to drop a fixed number of elements in each row.
# mistake[zh-CN]: 你似乎在每一行里都丢弃固定个数的元素。
"""Ranks random numbers along the last dimension: each row loses the same number."""

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
        ranks = torch.rand_like(x).argsort(dim=-1).argsort(dim=-1)
        kept = ranks >= round(self.p * x.shape[-1])
        return x * kept / (1 - self.p)
