# caught-by: does_nothing_in_eval
# mistake: You seem to drop elements in evaluation mode as well.
# mistake[zh-CN]: 你似乎在评估模式下也丢弃元素。
"""Does not look at the mode."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        if self.p == 1:
            return torch.zeros_like(x)
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
