# caught-by: normalises_each_channel
# mistake: You seem to expect three channels always.
# mistake[zh-CN]: 你似乎认为总是有三个通道。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        return (x - self.mean.view(3, 1, 1)) / self.std[:, None, None]
