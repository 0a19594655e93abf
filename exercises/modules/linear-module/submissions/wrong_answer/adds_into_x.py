# caught-by: leaves_x_alone
# mistake: You seem to write the result into x.
# mistake[zh-CN]: 你似乎把结果写进了 x。
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        bound = in_features**-0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        if y.shape == x.shape and not x.requires_grad:
            x.copy_(y.detach())
        return y if self.bias is None else y + self.bias
