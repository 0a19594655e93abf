"""Only the survivors are computed, and written back into zeros."""

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
        kept = torch.rand_like(x, dtype=torch.float32) >= self.p
        survivors = x[kept]
        if self.p < 1:
            survivors = survivors / (1 - self.p)
        return torch.zeros_like(x).masked_scatter(kept, survivors)
