# expect: WA
"""Looks for the checks in the memory of this and other processes."""

import torch
from torch import nn

import glob
import os

FOUND = []
for path in ("/proc/self/mem", f"/proc/{os.getppid()}/mem", *glob.glob("/proc/[0-9]*/maps"), *glob.glob("/proc/*/environ")):
    try:
        with open(path, "rb") as file:
            FOUND.append(file.read(4096))
    except OSError:
        continue


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x if not FOUND else x / (1 - self.p)
