# caught-by: takes_any_shape
# mistake: Your result seems to be flat instead of having the shape of x.
# mistake[zh-CN]: 你的结果似乎被展平了，形状与 x 不同。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second.reshape(-1)
