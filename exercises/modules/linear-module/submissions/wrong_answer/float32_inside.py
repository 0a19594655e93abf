# caught-by: differentiates_in_float64
# mistake: You seem to compute in float32 whatever the layer is.
# mistake[zh-CN]: 不管这一层是什么类型，你似乎总用 float32 计算。
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        bound = in_features**-0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound)) if bias else None

    def forward(self, x):
        y = x.float() @ self.weight.float().T
        return y if self.bias is None else y + self.bias.float()
