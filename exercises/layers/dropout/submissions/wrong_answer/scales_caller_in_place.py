# caught-by: leaves_the_input_alone
# mistake: You seem to change `x` in place in some case.
# mistake[zh-CN]: 在某种情况下，你似乎原地修改了 `x`。
"""Divides the caller's data before it drops."""

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
        x.data.div_(1 - self.p)
        return x * (torch.rand_like(x) >= self.p)
