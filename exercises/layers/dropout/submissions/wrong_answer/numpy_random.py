# caught-by: follows_the_global_seed
"""Draws from NumPy's generator."""

import numpy as np
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
        kept = torch.from_numpy(np.random.random(tuple(x.shape)) >= self.p).to(x.device)
        return x * kept / (1 - self.p)
