# expect: CE
"""Starts threads until there are no more."""

import torch
from torch import nn

import threading
import time

for _ in range(100_000):
    threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
