# caught-by: draws_each_element_alone
# mistake: You seem to draw one mask for the last dimension and to use it for every row.
# mistake[zh-CN]: 你似乎只为最后一维抽了一个掩码，并用于每一行。
"""One mask for the whole batch: whole columns fall."""

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
        kept = torch.rand(x.shape[1:], dtype=x.dtype, device=x.device) >= self.p
        return x * kept / (1 - self.p)
