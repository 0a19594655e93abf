# expect: WA
"""Joins another group of processes, whose signals it would get and could send."""

import os

import torch
from torch import nn

for move in (lambda: os.setpgid(0, 1), lambda: os.setpgid(0, os.getppid()), os.setpgrp, os.setsid):
    try:
        move()
    except PermissionError:
        continue
    raise SystemExit("it could")


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
