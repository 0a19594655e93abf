# caught-by: normalises_each_channel
# mistake: You seem to add something to the deviation.
# mistake[zh-CN]: 你似乎给标准差加了一个数。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        return (x - self.mean[:, None, None]) / (self.std[:, None, None] + 1e-2)
