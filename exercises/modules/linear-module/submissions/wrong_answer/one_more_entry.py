# caught-by: has_the_parameters
# mistake: `state_dict` seems to hold more than weight and bias.
# mistake[zh-CN]: `state_dict` 里似乎不只有 weight 和 bias。
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        self.register_buffer("scale", torch.tensor(1.0))
        bound = in_features**-0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
