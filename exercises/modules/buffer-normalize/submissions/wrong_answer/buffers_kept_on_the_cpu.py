# caught-by: follows_the_device
# mistake: mean and std do not seem to follow `.to()`.
# mistake[zh-CN]: mean 和 std 似乎没有跟随 `.to()`。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def to(self, *args, **kwargs):
        return self

    def forward(self, x):
        return (x - self.mean.to(x.device)[:, None, None]) / self.std.to(x.device)[:, None, None]
