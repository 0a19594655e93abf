# caught-by: makes_distinct_layers_once
# mistake: Layers of equal sizes seem to be one and the same layer.
# mistake[zh-CN]: 大小相同的层似乎是同一层。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        made = {}
        for pair in zip(sizes, sizes[1:]):
            made.setdefault(pair, nn.Linear(*pair))
        self.layers = nn.ModuleList(made[pair] for pair in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
