# expect: WA
"""Returns a view of 10**12 elements that costs nothing to make."""
import torch
from torch import nn

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
    def forward(self, x):
        return torch.ones(1).expand(10**6, 10**6)
