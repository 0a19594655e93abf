# expect: RTE or TLE or MLE
"""Recurses without end, with the guard taken away."""

import torch
from torch import nn

import sys

sys.setrecursionlimit(10**9)


def deeper(n):
    return deeper(n + 1) + 1


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return deeper(0)
