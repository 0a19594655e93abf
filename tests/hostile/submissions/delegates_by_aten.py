# expect: FORBIDDEN
"""Takes the operator from torch.ops by a name made at run time."""

import torch
from torch import nn


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return getattr(torch.ops.aten, "drop" + "out")(x, self.p, self.training)
