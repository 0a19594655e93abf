# caught-by: handles_both_ends_of_p
# mistake: You seem to divide by `1 - p` at `p = 1` as well, which is a division by zero.
# mistake[zh-CN]: `p = 1` 时你似乎仍然除以 `1 - p`，也就是除以零。
"""Divides by zero at p = 1."""

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
        return (
            x * (torch.rand_like(x) >= self.p) * torch.tensor(1 - self.p, dtype=x.dtype, device=x.device).reciprocal()
        )
