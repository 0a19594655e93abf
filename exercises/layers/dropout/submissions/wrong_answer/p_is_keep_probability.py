# caught-by: drops_with_probability_p
# mistake: You seem to take `p` for the probability of being kept; it is that of being dropped.
# mistake[zh-CN]: 你似乎把 `p` 当成了保留的概率；它是丢弃的概率。
"""Takes p for the probability of being kept."""

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
        if self.p == 0:
            return torch.zeros_like(x)
        kept = torch.rand_like(x) < self.p
        return x * kept / self.p
