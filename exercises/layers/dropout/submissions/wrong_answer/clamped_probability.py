# caught-by: handles_both_ends_of_p
# mistake: You seem to clamp `p` or `1 - p` away from the ends, so that 0 and 1 are not exact.
# mistake[zh-CN]: 你似乎把 `p` 或 `1 - p` 限制在端点以内，于是 0 和 1 不再精确。
"""Keeps p away from 1, so that p = 1 lets large values through."""

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
        p = min(self.p, 0.9)
        kept = torch.rand_like(x) >= p
        return x * kept / (1 - p)
