# caught-by: normalises_each_channel
# mistake: You seem to divide before the mean is subtracted.
# mistake[zh-CN]: 你似乎在减去均值之前就做了除法。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        return x / self.std[:, None, None] - self.mean[:, None, None]
