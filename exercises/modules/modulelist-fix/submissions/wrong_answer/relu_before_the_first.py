# caught-by: computes_the_right_thing
# mistake: ReLU seems to come before the layers instead of after them.
# mistake[zh-CN]: ReLU 似乎在各层之前，而不是之后。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = layer(torch.relu(x))
        return self.layers[-1](torch.relu(x))
