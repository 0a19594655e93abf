# caught-by: leaves_the_count_to_chance
# mistake: You seem to drop a fixed number of elements instead of letting each have its own draw.
# mistake[zh-CN]: 你似乎每次都丢弃固定个数的元素，而不是让每个元素各自抽签。
"""Chooses exactly round(p*n) places."""

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
        order = torch.randperm(x.numel(), device=x.device)
        kept = (order >= round(self.p * x.numel())).to(x.dtype).reshape(x.shape)
        return x * kept / (1 - self.p)
