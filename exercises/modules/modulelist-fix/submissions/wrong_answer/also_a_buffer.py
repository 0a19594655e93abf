# caught-by: can_be_saved
# mistake: `state_dict` seems to hold more than the layers' parameters.
# mistake[zh-CN]: `state_dict` 里似乎不只有各层的参数。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

        self.register_buffer("sizes", torch.tensor(sizes))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
