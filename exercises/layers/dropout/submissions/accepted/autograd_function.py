"""A torch.autograd.Function that keeps the scaled mask for the backward pass."""

import torch
from torch import nn


class MaskedScale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, p):
        scaled_mask = torch.zeros_like(x)
        if p < 1:
            scaled_mask = (torch.rand_like(x) >= p).to(x.dtype) / (1 - p)
        ctx.save_for_backward(scaled_mask)
        return x * scaled_mask

    @staticmethod
    def backward(ctx, upstream):
        (scaled_mask,) = ctx.saved_tensors
        return upstream * scaled_mask, None


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        return MaskedScale.apply(x, self.p)
