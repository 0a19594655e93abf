# caught-by: sends_the_gradient_to_w
# mistake: The gate seems to be computed from a detached `h`.
# mistake[zh-CN]: 门似乎是由脱离了计算图的 `h` 算出的。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h.detach())
    return x + h * g
