# caught-by: takes_any_shape
# mistake: Your function seems to work for vectors only.
# mistake[zh-CN]: 你的函数似乎只适用于向量。
import torch


def second_derivative(f, x):
    assert x.dim() == 1
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second
