# caught-by: follows_double
# mistake: The constants seem to be float64 from the beginning, and turn float32 images into float64.
# mistake[zh-CN]: 常数似乎一开始就是 float64，会把 float32 图片变成 float64。
import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean, dtype=torch.float64))
        self.register_buffer("std", torch.tensor(std, dtype=torch.float64))

    def forward(self, x):
        return (x - self.mean[:, None, None]) / self.std[:, None, None]
