# caught-by: draws_a_new_mask_each_time
# mistake: You seem to use one mask again and again instead of drawing a new one in each call.
# mistake[zh-CN]: 你似乎反复使用同一个掩码，而不是每次调用都重新抽取。
"""Puts a fixed seed back when it is done."""

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
        kept = torch.rand_like(x) >= self.p
        torch.manual_seed(0)
        return x * kept / (1 - self.p)
