# caught-by: has_the_parameters
# mistake: The parameters seem to have other names than `weight` and `bias`.
# mistake[zh-CN]: 参数的名字似乎不是 `weight` 和 `bias`。
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        bound = in_features**-0.5
        self.W = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.b = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound)) if bias else None

    def forward(self, x):
        y = x @ self.W.T
        return y if self.b is None else y + self.b
