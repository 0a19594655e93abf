# caught-by: makes_distinct_layers_once
# mistake: The registered layers do not seem to be the ones that `forward` uses: it makes new ones.
# mistake[zh-CN]: `forward` 使用的似乎不是已注册的层：它又新建了层。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        self.layers = nn.ModuleList(nn.Linear(layer.in_features, layer.out_features) for layer in self.layers)
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
