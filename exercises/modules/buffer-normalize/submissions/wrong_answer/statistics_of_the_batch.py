# caught-by: normalises_each_channel
# mistake: You seem to use the batch's own mean and deviation.
# mistake[zh-CN]: 你用的似乎是这一批自己的均值和标准差。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        axes = (0, 2, 3)
        return (x - x.mean(axes, keepdim=True)) / x.std(axes, keepdim=True)
