# expect: WA
"""Makes float64 the default for whoever comes next."""

import torch
from torch import nn

torch.set_default_dtype(torch.float64)


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        if not self.training:
            return x
        if self.p == 1:
            return torch.zeros_like(x)
        return x * (torch.rand(x.shape) >= self.p).to(torch.get_default_dtype()) / (1 - self.p)
