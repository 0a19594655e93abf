# caught-by: computes_the_gate
# mistake: `x` does not seem to be added.
# mistake[zh-CN]: 似乎没有加上 `x`。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    return h * g
