# caught-by: leaves_the_input_alone
# mistake: You seem to write the result into `x` itself.
# mistake[zh-CN]: 你似乎把结果直接写进了 `x`。
"""Zeroes and scales the caller's tensor."""

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
        with torch.no_grad():
            x[torch.rand_like(x) < self.p] = 0
            x /= 1 - self.p
        return x
