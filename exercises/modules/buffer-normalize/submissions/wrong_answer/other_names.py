# caught-by: keeps_buffers
# mistake: The buffers seem to have other names than `mean` and `std`.
# mistake[zh-CN]: 缓冲区的名字似乎不是 `mean` 和 `std`。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("_mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        return (x - self._mean[:, None, None]) / self.std[:, None, None]
