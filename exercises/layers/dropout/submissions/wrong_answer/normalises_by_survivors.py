# caught-by: scales_survivors
# mistake: You seem to scale by how many elements happened to survive instead of by 1/(1-p).
# mistake[zh-CN]: 你似乎按实际保留的个数来缩放，而不是乘以 1/(1-p)。
"""Divides by the share that happened to survive."""

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
        kept = (torch.rand_like(x) >= self.p).to(x.dtype)
        return x * kept / kept.mean()
