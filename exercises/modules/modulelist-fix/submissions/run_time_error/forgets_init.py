# caught-by: registers_the_parameters
# mistake: `super().__init__()` seems to be missing.
# mistake[zh-CN]: 似乎缺少 `super().__init__()`。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):

        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
