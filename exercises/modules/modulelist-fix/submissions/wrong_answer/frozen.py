# caught-by: trains_every_parameter
# mistake: Some parameters do not seem to get a gradient.
# mistake[zh-CN]: 有些参数似乎得不到梯度。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

        self.layers[0].weight.requires_grad_(False)

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
