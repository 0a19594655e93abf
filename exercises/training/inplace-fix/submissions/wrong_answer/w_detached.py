# caught-by: sends_the_gradient_to_w
# mistake: No gradient reaches `w`.
# mistake[zh-CN]: 梯度没有传到 `w`。
import torch


def gate(x, w):
    h = torch.tanh(x @ w.detach())
    g = torch.sigmoid(h)
    return x + h * g
