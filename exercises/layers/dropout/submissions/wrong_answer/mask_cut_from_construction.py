# caught-by: draws_a_new_mask_each_time
# mistake: You seem to use one mask again and again instead of drawing a new one in each call.
# mistake[zh-CN]: 你似乎反复使用同一个掩码，而不是每次调用都重新抽取。
"""Draws one long mask in __init__ and cuts each call's mask from it."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p
        self.kept = torch.rand(2**18) >= p

    def forward(self, x):
        if not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        kept = self.kept[: x.numel()].reshape(x.shape).to(x.device)
        return x * kept / (1 - self.p)
