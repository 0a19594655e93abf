# caught-by: has_the_parameters
# mistake: The weight seems to be a buffer, which is not trained.
# mistake[zh-CN]: 权重似乎是缓冲区，不会被训练。
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        bound = in_features**-0.5
        self.register_buffer("weight", torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
