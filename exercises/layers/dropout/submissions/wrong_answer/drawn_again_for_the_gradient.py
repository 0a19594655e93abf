# caught-by: sends_the_gradient_through_the_mask
# mistake: You seem to cut the gradient off, or to send back another one than mask times scale.
# mistake[zh-CN]: 你似乎切断了梯度，或者传回的梯度不是掩码乘以缩放系数。
"""Draws a second mask in the backward pass."""

import torch
from torch import nn


class Masked(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, p):
        ctx.p = p
        return x * (torch.rand_like(x) >= p) / (1 - p)

    @staticmethod
    def backward(ctx, upstream):
        return upstream * (torch.rand_like(upstream) >= ctx.p) / (1 - ctx.p), None


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
        return Masked.apply(x, self.p)
