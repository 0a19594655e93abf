# expect: FORBIDDEN
"""Lets torch do the work."""
import torch
from torch import nn

import torch.nn.functional as F
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.p = p
    def forward(self, x):
        return F.dropout(x, self.p, self.training)
