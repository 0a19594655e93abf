# expect: WA
"""A Parameter whose class overrides the comparison."""

import torch
from torch import nn

class Smug(nn.Parameter):
    def __eq__(self, other):
        return torch.tensor(True)

    __hash__ = nn.Parameter.__hash__


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return Smug(x.detach().clone(), requires_grad=False)
