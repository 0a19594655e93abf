# expect: WA
"""Leaves a thread running that is no daemon."""

import torch
from torch import nn

import threading
import time

threading.Thread(target=lambda: time.sleep(3600)).start()


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return x
