# expect: FORBIDDEN
"""Uses a sibling that drops whole channels, on a shape where that is the same."""

import torch
from torch import nn

sibling = getattr(nn.functional, "feature_alpha_drop" + "out")


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return sibling(x, self.p, self.training)
