# expect: WA
"""Returns a lazily conjugated and negated view."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return torch.complex(x.float(), x.float()).conj().imag.neg()
