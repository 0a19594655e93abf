# caught-by: leaves_sizes_alone
# mistake: You seem to take numbers out of the caller's list `sizes`.
# mistake[zh-CN]: 你似乎从调用者的列表 `sizes` 里取走了数。
import torch
from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList()
        while len(sizes) > 1:
            self.layers.append(nn.Linear(sizes.pop(0), sizes[0]))

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
