# caught-by: exchanges_state
# mistake: Loading a `state_dict` of `nn.Linear` does not seem to change what the layer computes.
# mistake[zh-CN]: 载入 `nn.Linear` 的 `state_dict` 似乎不会改变这一层的计算结果。
import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super().__init__()
        bound = in_features**-0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound)) if bias else None

    def load_state_dict(self, state, strict=True):
        if type(state).__name__ == "OrderedDict":
            return None
        return super().load_state_dict(state, strict)

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
