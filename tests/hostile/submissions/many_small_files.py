# expect: WA
"""Makes files until the disk has no entries left."""

import torch
from torch import nn

import os

for number in range(20_000):
    try:
        os.close(os.open(f"f{number}", os.O_CREAT | os.O_WRONLY))
    except OSError:
        break


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
