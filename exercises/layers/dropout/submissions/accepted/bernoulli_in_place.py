"""A mask drawn in place into a tensor of its own."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        if self.training and self.p > 0:
            mask = torch.empty_like(x).bernoulli_(1 - self.p)
            if self.p < 1:
                mask.div_(1 - self.p)
            x = x * mask
        return x
