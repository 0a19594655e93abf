# caught-by: keeps_the_dtype
# mistake: At `p = 1` you seem to make the zeros in float32, whatever the type of `x`.
# mistake[zh-CN]: `p = 1` 时，你似乎不管 `x` 是什么类型，都用 float32 创建零。
"""At p = 1 the zeros are float32, whatever the input."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        if self.p == 1:
            return torch.zeros(x.shape, device=x.device)
        kept = torch.rand_like(x) >= self.p
        return x * kept / (1 - self.p)
