# expect: FORBIDDEN
"""The real module by importlib."""

import torch
from torch import nn

import importlib

real = getattr(importlib.import_module("torch.nn.modules.drop" + "out"), "Drop" + "out")


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return real(self.p).train(self.training)(x)
