# caught-by: handles_both_ends_of_p
# mistake: You seem to return `x` unchanged at `p = 1`, where everything should be dropped.
# mistake[zh-CN]: `p = 1` 时应当全部丢弃，你似乎原样返回了 `x`。
"""Avoids the division by zero by leaving everything in."""

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
            return x
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
