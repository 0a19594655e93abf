# caught-by: scales_survivors
# mistake: You seem to multiply the survivors by 1-p where they should be divided by it.
# mistake[zh-CN]: 保留的元素应当除以 1-p，你似乎乘以了 1-p。
"""Multiplies by 1-p where it should divide."""

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
        kept = torch.rand_like(x) >= self.p
        return x * kept * (1 - self.p)
