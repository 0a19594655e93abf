"""The rate in force is kept by train(), which eval() calls too."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if p < 0.0 or p > 1.0:
            raise ValueError("p has to be a probability")
        self.p = p
        self.rate = p

    def train(self, mode=True):
        self.rate = self.p if mode else 0.0
        return super().train(mode)

    def forward(self, x):
        if self.rate == 0:
            return x
        kept = (torch.rand(x.shape, device=x.device) >= self.rate).to(x.dtype)
        return x * kept * (1 / (1 - self.rate) if self.rate < 1 else 0)
