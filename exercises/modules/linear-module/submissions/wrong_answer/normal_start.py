# caught-by: starts_uniformly
# mistake: The start values seem to be normal numbers, not uniform ones.
# mistake[zh-CN]: 初始值似乎是正态分布，而不是均匀分布。
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        bound = in_features**-0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).normal_(0, bound))
        self.bias = nn.Parameter(torch.empty(out_features).normal_(0, bound)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
