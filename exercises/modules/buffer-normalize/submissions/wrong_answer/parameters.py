# caught-by: keeps_buffers
# mistake: mean and std seem to be Parameters, which an optimizer would train.
# mistake[zh-CN]: mean 和 std 似乎是 Parameter，优化器会训练它们。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = nn.Parameter(torch.tensor(mean))
        self.std = nn.Parameter(torch.tensor(std))

    def forward(self, x):
        return (x - self.mean[:, None, None]) / self.std[:, None, None]
