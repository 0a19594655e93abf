# caught-by: differentiates
# mistake: No gradient seems to reach `x`, or not the right one.
# mistake[zh-CN]: 梯度似乎传不到 `x`，或者不正确。
import torch
import torch.nn.functional as F


class Sigmoid(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = torch.exp(-F.softplus(-x))
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, upstream):
        (y,) = ctx.saved_tensors
        return y * (1 - y)


def sigmoid(x):
    return Sigmoid.apply(x)
