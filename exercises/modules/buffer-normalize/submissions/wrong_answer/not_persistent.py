# caught-by: keeps_buffers
# mistake: The buffers seem to be non-persistent: `state_dict` does not hold them.
# mistake[zh-CN]: 缓冲区似乎不是持久的：`state_dict` 里没有它们。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean), persistent=False)
        self.register_buffer("std", torch.tensor(std), persistent=False)

    def forward(self, x):
        return (x - self.mean[:, None, None]) / self.std[:, None, None]
