# caught-by: draws_each_element_alone
# mistake: You seem to draw once for each row: whole rows fall together.
# mistake[zh-CN]: 你似乎每行只抽一次签：整行一起被丢弃。
"""One draw per sample: whole rows fall."""

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
        kept = torch.rand(x.shape[0], *[1] * (x.dim() - 1), dtype=x.dtype, device=x.device) >= self.p
        return x * kept / (1 - self.p)
