# caught-by: computes_the_gate
# mistake: Something seems to be computed in float32.
# mistake[zh-CN]: 似乎有一步用 float32 计算。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h.float()).to(x.dtype)
    return x + h * g
