# caught-by: drops_with_probability_p
# mistake: You seem to drop half of the elements whatever `p` is.
# mistake[zh-CN]: 不管 `p` 是多少，你似乎都丢弃一半的元素。
"""Always drops one half."""

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
        kept = torch.rand_like(x) >= 0.5
        return x * kept * 2
