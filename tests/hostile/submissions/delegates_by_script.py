# expect: FORBIDDEN
"""Compiles the forbidden call as TorchScript, which no mode of Python sees."""

import torch
from torch import nn

unit = torch.jit.CompilationUnit("""
def drop(x, p: float, train: bool):
    return torch.dropout(x, p, train)
""")


class Dropout(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.p = p

    def forward(self, x):
        return unit.drop(x, float(self.p), self.training)
