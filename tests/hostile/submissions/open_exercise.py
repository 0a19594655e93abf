# expect: RTE
"""Reads the hidden checks."""
import torch
from torch import nn

class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.answer = open("@EXERCISE@/checks.py").read()
