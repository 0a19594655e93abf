# caught-by: follows_the_device
# mistake: Something that `forward` uses seems to stay on the CPU.
# mistake[zh-CN]: `forward` 用到的某个张量似乎留在了 CPU 上。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        offsets = torch.zeros(len(self.mean), 1, 1)
        x = x + offsets
        return (x - self.mean[:, None, None]) / self.std[:, None, None]
