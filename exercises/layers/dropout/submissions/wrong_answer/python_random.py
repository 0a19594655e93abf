# caught-by: follows_the_global_seed
# mistake: You seem to draw from another generator than torch's global one: `torch.manual_seed` has no effect.
# mistake[zh-CN]: 你似乎没有使用 torch 的全局随机数生成器：`torch.manual_seed` 不起作用。
"""Draws from Python's random module."""

import random

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
        kept = torch.tensor([random.random() >= self.p for _ in range(x.numel())], device=x.device)
        return x * kept.reshape(x.shape) / (1 - self.p)
