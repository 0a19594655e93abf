# caught-by: starts_uniformly
# mistake: The bound of the weight seems too large: `kaiming_uniform_` needs `a=sqrt(5)`.
# mistake[zh-CN]: 权重的界限似乎太大：`kaiming_uniform_` 需要 `a=sqrt(5)`。
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        bound = in_features**-0.5
        self.weight = nn.Parameter(nn.init.kaiming_uniform_(torch.empty(out_features, in_features)))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
