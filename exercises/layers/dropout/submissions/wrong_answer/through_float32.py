# caught-by: keeps_the_dtype
# mistake: You seem to take `x` through float32.
# mistake[zh-CN]: 你似乎让 `x` 经过了 float32。
import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(p)
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        keep = torch.rand(x.shape, device=x.device) >= self.p
        return (x.float() * keep / (1 - self.p)).to(x.dtype)
