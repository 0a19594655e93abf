# quizzer: modulelist-fix
"""A stack of linear layers with a bug: find it and repair it."""

import torch
from torch import nn


class Stack(nn.Module):
    """Linear layers of the given sizes, with ReLU in between."""

    def __init__(self, sizes):
        super().__init__()
        self.layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]

    def forward(self, x):
        for layer in self.layers:
            x = torch.relu(layer(x))
        return x
