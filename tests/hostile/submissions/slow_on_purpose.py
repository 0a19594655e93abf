# expect: TLE
"""Takes as long as it can with each call."""

import torch
from torch import nn

import time


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        time.sleep(0.9)
        return x
