"""floor(u + keep) is 1 with probability keep."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError(f"p must be between 0 and 1, got {p}")
        self.p = p

    def forward(self, x):
        keep = 1 - self.p
        if not self.training or keep == 1:
            return x
        mask = torch.floor(torch.empty(x.shape, device=x.device).uniform_() + keep).to(x.dtype)
        return x.div(keep if keep else 1) * mask
