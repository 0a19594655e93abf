# caught-by: handles_both_ends_of_p
# mistake: You seem to refuse `p = 0` or `p = 1`, which are allowed.
# mistake[zh-CN]: 你似乎拒绝了 `p = 0` 或 `p = 1`，它们是允许的。
"""Allows only p strictly between 0 and 1."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 < p < 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
