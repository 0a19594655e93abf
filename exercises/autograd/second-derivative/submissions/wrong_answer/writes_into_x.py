# caught-by: leaves_x_alone
# mistake: You seem to change the values of x.
# mistake[zh-CN]: 你似乎改变了 x 的值。
import torch


def second_derivative(f, x):
    caller = x
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x)
    caller.data.mul_(0.5)
    return second
