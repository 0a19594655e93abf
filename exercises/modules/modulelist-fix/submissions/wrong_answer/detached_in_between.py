# caught-by: trains_every_parameter
# mistake: The gradient does not seem to reach the first layers.
# mistake[zh-CN]: 梯度似乎到不了前面的层。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x)).detach()
        return self.layers[-1](x)
