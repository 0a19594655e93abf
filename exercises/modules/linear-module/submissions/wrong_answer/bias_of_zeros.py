# caught-by: leaves_the_bias_out
# mistake: With `bias=False` there seems to be a parameter of zeros.
# mistake[zh-CN]: `bias=False` 时似乎有一个全零的参数。
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        bound = in_features**-0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = (
            nn.Parameter(torch.empty(out_features).uniform_(-bound, bound))
            if bias
            else nn.Parameter(torch.zeros(out_features), requires_grad=False)
        )

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
