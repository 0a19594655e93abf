# caught-by: refuses_a_bad_p
# mistake: You seem to use `assert`, which raises AssertionError, where a bad `p` should raise ValueError.
# mistake[zh-CN]: 你似乎用了 `assert`，它抛出的是 AssertionError；`p` 不合法时应抛出 ValueError。
"""Checks p with assert: an AssertionError, and nothing under python -O."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        assert 0 <= p <= 1
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
