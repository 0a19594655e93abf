# caught-by: differentiates_twice
# mistake: You seem to return the first derivative.
# mistake[zh-CN]: 你返回的似乎是一阶导数。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x)
    return first.detach()
