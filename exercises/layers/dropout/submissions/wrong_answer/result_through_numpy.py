# caught-by: keeps_the_device
# mistake: You seem to make a tensor on the CPU, whatever device `x` is on.
# mistake[zh-CN]: 不管 `x` 在哪个设备上，你似乎都在 CPU 上创建了张量。
"""Reads the drawn numbers with NumPy, which lives on the CPU."""

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
        kept = torch.from_numpy(torch.rand_like(x).float().numpy() >= self.p)
        return x * kept / (1 - self.p)
