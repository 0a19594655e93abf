# caught-by: registers_the_parameters
# mistake: The layers seem to be made in `forward`, new at each call.
# mistake[zh-CN]: 各层似乎在 `forward` 里创建，每次调用都是新的。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = list(sizes)

    def forward(self, x):
        layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(self.sizes, self.sizes[1:]))
        for layer in layers[:-1]:
            x = torch.relu(layer(x))
        return layers[-1](x)
