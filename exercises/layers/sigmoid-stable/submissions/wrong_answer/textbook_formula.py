# caught-by: has_a_finite_gradient
# mistake: Your values are right, but an exponential overflows on the way: the gradient is NaN.
# mistake[zh-CN]: 值是对的，但中间的指数溢出了：梯度是 NaN。
import torch


def sigmoid(x):
    return 1 / (1 + torch.exp(-x))
