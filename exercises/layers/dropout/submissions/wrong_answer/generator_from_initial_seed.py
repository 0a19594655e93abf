# caught-by: draws_a_new_mask_each_time
# mistake: You seem to draw from the same starting point for every layer: two layers drop the same places.
# mistake[zh-CN]: 你似乎让每一层都从同一个起点抽签：两层丢弃的位置完全相同。
"""A private generator that every layer seeds alike."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p
        self.generator = torch.Generator().manual_seed(torch.initial_seed())

    def forward(self, x):
        if not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        kept = torch.rand(x.shape, generator=self.generator).to(x.device) >= self.p
        return x * kept / (1 - self.p)
