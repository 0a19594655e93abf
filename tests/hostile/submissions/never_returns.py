# expect: TLE
"""Computes for ever."""
import torch
from torch import nn

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        while True:
            pass
