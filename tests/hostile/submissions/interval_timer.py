# expect: TLE
"""Lets a timer of the kernel end the process."""

import torch
from torch import nn

import signal

signal.setitimer(signal.ITIMER_REAL, 0.001)


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        while True:
            pass
