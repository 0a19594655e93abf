# caught-by: has_the_parameters
# mistake: `super().__init__()` seems to be missing.
# mistake[zh-CN]: 似乎缺少 `super().__init__()`。
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):

        bound = in_features**-0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
