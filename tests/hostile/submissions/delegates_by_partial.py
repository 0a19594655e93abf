# expect: FORBIDDEN
"""The real function behind functools and operator."""

import torch
from torch import nn

import functools
import operator

real = functools.partial(operator.attrgetter("nn.functional.drop" + "out")(torch))


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return real(x, p=self.p, training=self.training)
