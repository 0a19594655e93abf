# caught-by: drops_with_probability_p
# mistake: Your `p` seems to have another default than 0.5.
# mistake[zh-CN]: 你的 `p` 的默认值似乎不是 0.5。
"""The default is 0.1."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.1):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
