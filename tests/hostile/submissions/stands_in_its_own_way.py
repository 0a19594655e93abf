# expect: TLE
"""Keeps its main thread waiting for a processor behind threads of its own, since waiting is not charged."""

import torch
from torch import nn

import os
import threading


def spin():
    while True:
        torch.ones(2000).sum()


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        for _ in range(16):
            threading.Thread(target=spin, daemon=True).start()
        spin()
