# caught-by: refuses_a_bad_p
# mistake: You seem to let some `p` outside of [0, 1] through.
# mistake[zh-CN]: 你似乎放过了 [0, 1] 之外的某些 `p`。
"""Moves a bad p to the nearest allowed value."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = min(max(p, 0), 1)

    def forward(self, x):
        if not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
