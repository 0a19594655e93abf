# caught-by: keeps_buffers
# mistake: The buffer `std` seems to hold something else than the deviations.
# mistake[zh-CN]: 缓冲区 `std` 里存的似乎不是标准差。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std) ** 2)

    def forward(self, x):
        return (x - self.mean[:, None, None]) / self.std.sqrt()[:, None, None]
