# caught-by: follows_the_global_seed
# mistake: You seem to seed the global generator when a layer is built.
# mistake[zh-CN]: 你似乎在创建层的时候设置了全局随机种子。
"""Seeds the global generator when a layer is built."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        torch.manual_seed(42)
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
