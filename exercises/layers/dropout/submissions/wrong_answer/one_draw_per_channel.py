# caught-by: draws_each_element_alone
# mistake: You seem to drop whole channels, as `nn.Dropout2d` does.
# mistake[zh-CN]: 你似乎丢弃的是整个通道，那是 `nn.Dropout2d` 的做法。
"""Drops whole channels of an image batch, as Dropout2d does."""

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
        shape = x.shape[:2] + (1,) * (x.dim() - 2)
        kept = torch.rand(shape, dtype=x.dtype, device=x.device) >= self.p
        return x * kept / (1 - self.p)
