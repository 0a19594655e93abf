# expect: WA
"""Changes its input in place and returns it."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        if self.training:
            with torch.no_grad():
                x.data.mul_((torch.rand(x.shape) >= self.p).to(x.dtype)).div_(max(1 - self.p, 1e-9))
        return x
