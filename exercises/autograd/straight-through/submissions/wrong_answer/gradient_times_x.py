# caught-by: passes_the_gradient
# mistake: Your gradient seems to depend on the value of x.
# mistake[zh-CN]: 你的梯度似乎与 x 的值有关。
import torch


class Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x.round()

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * x


def round_ste(x):
    return Round.apply(x)
