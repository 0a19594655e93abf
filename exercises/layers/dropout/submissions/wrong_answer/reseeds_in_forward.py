# caught-by: draws_a_new_mask_each_time
# mistake: You seem to seed the generator inside `forward`: every call draws the same mask.
# mistake[zh-CN]: 你似乎在 `forward` 里设置了随机种子：每次调用抽到的掩码都一样。
"""Seeds the global generator in each forward."""

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
        torch.manual_seed(0)
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
