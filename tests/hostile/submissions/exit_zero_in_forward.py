# expect: RTE
"""Leaves with success when the first result is asked for."""
import torch
from torch import nn

import os
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
    def forward(self, x):
        os._exit(0)
