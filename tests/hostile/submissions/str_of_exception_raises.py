# expect: RTE
"""Raises an exception whose text cannot be read."""
import torch
from torch import nn

import os
class Nasty(Exception):
    def __str__(self):
        raise Nasty
    __repr__ = __str__
class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        raise Nasty
