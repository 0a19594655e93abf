# caught-by: leaves_x_alone
# mistake: You seem to change the caller's lists.
# mistake[zh-CN]: 你似乎修改了调用者的列表。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor([mean.pop(0) for _ in range(len(mean))]))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        return (x - self.mean[:, None, None]) / self.std[:, None, None]
