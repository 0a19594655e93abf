# expect: WA
"""Returns an object that is equal to everything and true."""

import torch
from torch import nn

class Anything:
    shape = (300, 250)
    dtype = torch.float32
    device = torch.device("cpu")

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __bool__(self):
        return True

    def __getattr__(self, name):
        return lambda *_args, **_kwargs: self

    __hash__ = object.__hash__


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return Anything()
