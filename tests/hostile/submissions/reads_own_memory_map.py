# expect: RTE
"""Looks through /proc for secrets."""
import torch
from torch import nn

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.maps = open("/proc/self/maps").read()
