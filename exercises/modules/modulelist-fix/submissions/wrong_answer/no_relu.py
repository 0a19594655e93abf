# caught-by: computes_the_right_thing
# mistake: There seems to be no ReLU between the layers.
# mistake[zh-CN]: 各层之间似乎没有 ReLU。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = layer(x)
        return self.layers[-1](x)
