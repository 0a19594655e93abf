# caught-by: leaves_the_arguments_alone
# mistake: The result seems to be written into `x`.
# mistake[zh-CN]: 结果似乎写进了 `x`。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    x.data += h * g
    return x
