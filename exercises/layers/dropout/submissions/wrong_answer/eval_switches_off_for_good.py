# caught-by: does_nothing_in_eval
# mistake: You seem to remember the mode in a variable of your own instead of reading `self.training` in each call.
# mistake[zh-CN]: 你似乎用自己的变量记住了模式，而不是每次调用时读取 `self.training`。
"""Sets p to 0 in evaluation and never comes back."""

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
            self.p = 0
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
