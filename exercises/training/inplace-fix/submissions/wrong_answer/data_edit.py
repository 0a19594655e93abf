# caught-by: sends_the_gradient_to_x
# mistake: Edits through `.data` hide the error, and the gradient is wrong.
# mistake[zh-CN]: 通过 `.data` 修改只是掩盖了错误，梯度是错的。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    h.data *= g
    h = h + x
    return h
