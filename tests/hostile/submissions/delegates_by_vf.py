# expect: FORBIDDEN
"""Takes the function from torch._VF, where torch keeps it for itself."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return getattr(torch._VF, "drop" + "out")(x, self.p, self.training)
