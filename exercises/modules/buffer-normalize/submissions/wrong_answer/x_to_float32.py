# caught-by: follows_double
# mistake: You seem to convert `x` to float32.
# mistake[zh-CN]: 你似乎把 `x` 转成了 float32。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean).view(-1, 1, 1))
        self.register_buffer("std", torch.tensor(std).view(-1, 1, 1))

    def forward(self, x):
        return (x.to(torch.float32) - self.mean) / self.std
