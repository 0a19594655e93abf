# caught-by: registers_the_parameters
# mistake: The layers seem to be in a tuple, which registers nothing.
# mistake[zh-CN]: 各层似乎放在元组里，没有被注册。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = tuple(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
