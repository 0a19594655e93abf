# caught-by: keeps_the_dtype
# mistake: You seem to make the mask in float64, and the result becomes float64 with it.
# mistake[zh-CN]: 你似乎用 float64 创建掩码，结果也随之变成了 float64。
"""A mask of float64: every other input becomes float64."""

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
        kept = (torch.rand(x.shape, device=x.device) >= self.p).double()
        return x * kept / (1 - self.p)
