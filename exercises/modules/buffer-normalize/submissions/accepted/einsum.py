import torch
from torch import nn


class Normalize(nn.Module):
    def __init__(self, mean, std):
        super().__init__()
        self.register_buffer("mean", torch.Tensor(list(mean)))
        self.register_buffer("std", torch.Tensor(list(std)))

    def forward(self, x):
        y = x.clone()
        y = y - self.mean.reshape(1, y.shape[1], 1, 1)
        return torch.einsum("nchw,c->nchw", y, self.std.reciprocal())
