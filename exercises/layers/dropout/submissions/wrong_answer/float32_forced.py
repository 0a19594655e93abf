# caught-by: keeps_the_dtype
# mistake: You seem to make the mask in float32, so that other types of `x` are not kept.
# mistake[zh-CN]: 你似乎用 float32 创建掩码，于是 `x` 的其他类型没有保持。
"""Turns everything into float32."""

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
        kept = (torch.rand(x.shape, device=x.device) >= self.p).float()
        return x.float() * kept / (1 - self.p)
