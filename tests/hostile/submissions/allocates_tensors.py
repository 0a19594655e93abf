# expect: MLE
"""Allocates tensors without end."""
import torch
from torch import nn

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        hoard = []
        while True:
            hoard.append(torch.ones(1024, 1024, 16))
