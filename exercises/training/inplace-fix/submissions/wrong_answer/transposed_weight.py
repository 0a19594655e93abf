# caught-by: computes_the_gate
# mistake: `x` seems to be multiplied by the transpose of `w`.
# mistake[zh-CN]: `x` 似乎乘的是 `w` 的转置。
import torch


def gate(x, w):
    h = torch.tanh(x @ w.mT)
    g = torch.sigmoid(h)
    return x + h * g
