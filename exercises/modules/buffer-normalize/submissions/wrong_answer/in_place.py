# caught-by: leaves_x_alone
# mistake: You seem to write into x.
# mistake[zh-CN]: 你似乎写入了 x。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("std", torch.tensor(std))

    def forward(self, x):
        y = x if not x.requires_grad else x.clone()
        return y.sub_(self.mean[:, None, None]).div_(self.std[:, None, None])
