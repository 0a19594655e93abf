# caught-by: computes_the_right_thing
# mistake: There seems to be a ReLU after the last layer too.
# mistake[zh-CN]: 最后一层之后似乎也有 ReLU。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return torch.relu(self.layers[-1](x))
