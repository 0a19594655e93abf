# caught-by: normalises_each_channel
# mistake: The constants seem to be applied to the last axis, not to the channels.
# mistake[zh-CN]: 常数似乎作用在最后一轴上，而不是通道上。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        if x.shape[-1] == len(self.mean):
            return (x - self.mean) / self.std
        return (x - self.mean[:, None, None]) / self.std[:, None, None]
