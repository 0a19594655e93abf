# caught-by: differentiates_twice
# mistake: You seem to differentiate once too often.
# mistake[zh-CN]: 你似乎多求了一次导。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x, create_graph=True)
    if not second.requires_grad:
        return torch.zeros_like(second)
    return torch.autograd.grad(second.sum(), x)[0]
