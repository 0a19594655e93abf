# caught-by: drops_with_probability_p
# mistake: You seem to round `p`, so that only some probabilities are exact.
# mistake[zh-CN]: 你似乎对 `p` 做了取整，只有某些概率是准确的。
"""Draws whole numbers from 0 to 9: p is rounded to tenths."""

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
        kept = torch.randint(0, 10, x.shape, device=x.device) >= self.p * 10
        return x * kept / (1 - self.p)
