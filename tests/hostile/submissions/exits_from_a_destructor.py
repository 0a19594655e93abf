# expect: RTE
"""Ends the process when an object is collected."""

import torch
from torch import nn

import os


class Bomb:
    def __del__(self):
        os._exit(0)


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        Bomb()
        return x
