# caught-by: leaves_the_arguments_alone
# mistake: `w` seems to be used as scratch memory.
# mistake[zh-CN]: `w` 似乎被用作临时内存。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    out = x + h * g
    w.data[: g.shape[-2]].zero_()
    return out
