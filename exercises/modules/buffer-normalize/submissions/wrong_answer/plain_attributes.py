# caught-by: keeps_buffers
# mistake: mean and std seem to be plain attributes: they are neither saved nor moved.
# mistake[zh-CN]: mean 和 std 似乎是普通属性：既不会保存，也不会移动。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = torch.tensor(mean)
        self.std = torch.tensor(std)

    def forward(self, x):
        return (x - self.mean[:, None, None]) / self.std[:, None, None]
