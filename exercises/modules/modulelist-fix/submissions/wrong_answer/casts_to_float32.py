# caught-by: follows_double
# mistake: After `.double()` the result still seems to be float32.
# mistake[zh-CN]: `.double()` 之后结果似乎仍是 float32。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        self.float()
        x = x.float()
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
