# caught-by: computes_the_right_thing
# mistake: You seem to use another function in place of ReLU.
# mistake[zh-CN]: 你似乎用了别的函数代替 ReLU。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.tanh(layer(x))
        return self.layers[-1](x)
