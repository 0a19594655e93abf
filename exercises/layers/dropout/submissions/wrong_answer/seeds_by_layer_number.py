# caught-by: follows_the_global_seed
# mistake: You seem to seed the global generator when a layer is built.
# mistake[zh-CN]: 你似乎在创建层的时候设置了全局随机种子。
"""Gives each layer a seed of its own: 1, 2, 3, ..."""

import torch
from torch import nn


class Dropout(nn.Module):
    count = 0

    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p
        Dropout.count += 1
        self.generator = torch.Generator().manual_seed(Dropout.count)

    def forward(self, x):
        if not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        kept = torch.rand(x.shape, generator=self.generator).to(x.device) >= self.p
        return x * kept / (1 - self.p)
