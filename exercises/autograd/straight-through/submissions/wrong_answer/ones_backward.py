# caught-by: passes_the_gradient
# mistake: Your `backward` seems to return ones instead of the gradient that arrives.
# mistake[zh-CN]: 你的 `backward` 返回的似乎是 1，而不是传来的梯度。
import torch


class Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    def backward(ctx, grad_output):
        return torch.ones_like(grad_output)


def round_ste(x):
    return Round.apply(x)
