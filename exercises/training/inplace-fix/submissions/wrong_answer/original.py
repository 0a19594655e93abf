# caught-by: sends_the_gradient_to_x
# mistake: `h` is still changed in place after `tanh` has saved it.
# mistake[zh-CN]: `tanh` 保存了 `h` 之后，`h` 仍被就地修改。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    h *= g
    h += x
    return h
