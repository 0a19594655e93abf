# expect: WA
"""Returns None."""
import torch
from torch import nn

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
    def forward(self, x):
        pass
