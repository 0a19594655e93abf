# caught-by: registers_the_parameters
# mistake: The layers seem to be in a plain dict, which registers nothing.
# mistake[zh-CN]: 各层似乎放在普通字典里，没有被注册。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = {i: nn.Linear(a, b) for i, (a, b) in enumerate(zip(sizes, sizes[1:]))}

    def forward(self, x):
        for i, layer in self.layers.items():
            x = layer(x)
            if i < len(self.layers) - 1:
                x = torch.relu(x)
        return x
