# expect: TLE
"""Waits for the judge to lose patience, ignoring every signal that it may."""
import torch
from torch import nn

import signal, time
for number in range(1, 64):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        while True:
            try:
                time.sleep(1000)
            except BaseException:
                pass
