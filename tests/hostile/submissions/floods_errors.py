# expect: OLE
"""Writes to standard error without end."""

import torch
from torch import nn

import sys


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        while True:
            sys.stderr.write("x" * 65536)
