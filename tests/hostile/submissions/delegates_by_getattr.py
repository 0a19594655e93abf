# expect: FORBIDDEN
"""Lets torch do the work, under a name put together at run time."""
import torch
from torch import nn

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p
    def forward(self, x):
        return getattr(torch.nn.functional, "drop" + "out")(x, self.p, self.training)
