# caught-by: follows_double
# mistake: After `.double()` the result still seems to be float32.
# mistake[zh-CN]: `.double()` 之后结果似乎仍是 float32。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        return (x.float() - self.mean.float()[:, None, None]) / self.std.float()[:, None, None]
