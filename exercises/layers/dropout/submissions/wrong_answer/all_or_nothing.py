# caught-by: draws_each_element_alone
# mistake: You seem to draw once for the whole tensor: either everything is dropped or nothing is.
# mistake[zh-CN]: 你似乎只为整个张量抽了一次签：要么全部丢弃，要么全部保留。
"""One random number for the whole tensor."""

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
        kept = (torch.rand((), device=x.device) >= self.p).to(x.dtype)
        return x * kept / (1 - self.p)
