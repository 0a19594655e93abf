# caught-by: keeps_buffers
# mistake: There seem to be more buffers than `mean` and `std`.
# mistake[zh-CN]: 除 `mean` 和 `std` 外似乎还有别的缓冲区。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("count", torch.tensor(len(mean)))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        return (x - self.mean[:, None, None]) / self.std[:, None, None]
