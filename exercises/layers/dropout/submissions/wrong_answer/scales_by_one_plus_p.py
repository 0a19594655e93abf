# caught-by: keeps_the_expected_value
# mistake: You seem to scale the survivors by 1+p, which is 1/(1-p) only for small p.
# mistake[zh-CN]: 你似乎把保留的元素乘以 1+p，只有 p 很小时它才接近 1/(1-p)。
"""Takes 1 + p for 1/(1-p): close for a small p."""

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
        return x * kept * (1 + self.p)
