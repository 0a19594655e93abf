# caught-by: sends_the_gradient_to_w
# mistake: The gate seems to be detached: a part of the gradient is missing.
# mistake[zh-CN]: 门似乎脱离了计算图：梯度缺了一部分。
import torch


def gate(x, w):
    h = torch.tanh(x @ w)
    g = torch.sigmoid(h)
    return x + h * g.detach()
