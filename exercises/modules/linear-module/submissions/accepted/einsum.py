import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        scale = 1 / in_features**0.5
        self.weight = nn.Parameter((torch.rand(out_features, in_features) * 2 - 1) * scale)
        self.use_bias = bias
        if self.use_bias:
            self.bias = nn.Parameter((2 * torch.rand(out_features) - 1) * scale)

    def forward(self, x):
        y = torch.einsum("...i,oi->...o", x, self.weight)
        if self.use_bias:
            y = y + self.bias
        return y
