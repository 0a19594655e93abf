# caught-by: leaves_the_count_to_chance
# mistake: You seem to drop the elements below a quantile of the drawn numbers: their number is then always the same.
# mistake[zh-CN]: 你似乎按随机数的分位数来丢弃元素：这样丢弃的个数总是一样。
"""Drops everything under the p-quantile of the drawn numbers."""

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
        numbers = torch.rand(x.shape, device=x.device)
        kept = numbers >= numbers.flatten().sort().values[int(self.p * (x.numel() - 1))]
        return x * kept / (1 - self.p)
