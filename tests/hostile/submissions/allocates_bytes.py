# expect: MLE
"""Allocates Python objects without end."""
import torch
from torch import nn

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        hoard = []
        while True:
            hoard.append(bytearray(1 << 26))
