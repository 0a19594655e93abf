import torch
from torch import nn


class Stack(nn.Module):
    """A list beside the registration does no harm."""

    def __init__(self, sizes):
        super().__init__()
        self.layers = [nn.Linear(n_in, n_out) for n_in, n_out in zip(sizes[:-1], sizes[1:])]
        for i, layer in enumerate(self.layers):
            setattr(self, f"fc{i}", layer)

    def forward(self, x):
        *hidden, last = [getattr(self, f"fc{i}") for i in range(len(self.layers))]
        for layer in hidden:
            x = layer(x).clamp(min=0)
        return last(x)
