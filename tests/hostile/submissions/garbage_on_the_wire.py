# expect: RTE
"""Floods the judge's connection with a frame that never ends."""
import torch
from torch import nn

import os
for fd in range(3, 256):
    try:
        os.write(fd, b"\xff" * 4096)
    except OSError:
        pass

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()

    def forward(self, x):
        return x
