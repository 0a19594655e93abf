# expect: RTE
"""Writes a frame of success to every descriptor that it finds open."""
import torch
from torch import nn

import os, struct
reply = b"t" + struct.pack(">I", 2) + b"s" + struct.pack(">I", 2) + b"ok" + b"N"
for fd in range(3, 256):
    try:
        os.write(fd, struct.pack(">I", len(reply)) + reply)
    except OSError:
        pass

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()

    def forward(self, x):
        return x
