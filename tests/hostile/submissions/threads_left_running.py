# expect: WA
"""Leaves threads that go on for ever."""
import torch
from torch import nn

import threading, time
def wait():
    while True:
        time.sleep(1)
for _ in range(4):
    threading.Thread(target=wait, daemon=True).start()

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()

    def forward(self, x):
        return x
