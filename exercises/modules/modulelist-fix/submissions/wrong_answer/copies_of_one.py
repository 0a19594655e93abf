# caught-by: makes_distinct_layers_once
# mistake: Layers of equal sizes seem to begin with equal weights: they are copies of one.
# mistake[zh-CN]: 大小相同的层初始权重似乎相同：它们是同一层的副本。
import copy

import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        made = {}
        for pair in zip(sizes, sizes[1:]):
            made.setdefault(pair, nn.Linear(*pair))
        self.layers = nn.ModuleList(copy.deepcopy(made[pair]) for pair in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
