# caught-by: sends_the_gradient_through_the_mask
# mistake: You seem to cut the gradient off, or to send back another one than mask times scale.
# mistake[zh-CN]: 你似乎切断了梯度，或者传回的梯度不是掩码乘以缩放系数。
"""Scales the values under no_grad: the gradient misses the factor."""

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
        y = x * (torch.rand_like(x) >= self.p)
        with torch.no_grad():
            y /= 1 - self.p
        return y
