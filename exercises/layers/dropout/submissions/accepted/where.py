"""torch.where chooses between the scaled value and zero."""

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
        scale = 1 / (1 - self.p) if self.p < 1 else 0.0
        survives = torch.rand(x.size(), dtype=torch.float32, device=x.device) > self.p
        return torch.where(survives, x * scale, torch.zeros_like(x))
