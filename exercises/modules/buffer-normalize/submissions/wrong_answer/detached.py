# caught-by: leaves_x_alone
# mistake: The gradient does not seem to reach x.
# mistake[zh-CN]: 梯度似乎传不到 x。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        return (x.detach() - self.mean[:, None, None]) / self.std[:, None, None]
