# caught-by: keeps_buffers
# mistake: mean and std seem to be frozen Parameters, not buffers.
# mistake[zh-CN]: mean 和 std 似乎是冻结的 Parameter，而不是缓冲区。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.mean = nn.Parameter(torch.tensor(mean), requires_grad=False)
        self.std = nn.Parameter(torch.tensor(std), requires_grad=False)

    def forward(self, x):
        return (x - self.mean[:, None, None]) / self.std[:, None, None]
