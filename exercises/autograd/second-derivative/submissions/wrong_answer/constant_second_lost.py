# caught-by: gives_a_constant_for_a_quadratic
# mistake: Where the second derivative is a constant, you seem to return zeros.
# mistake[zh-CN]: 二阶导数为常数时，你返回的似乎是全零。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x, create_graph=True)
    if not second.requires_grad:
        return torch.zeros_like(second)
    second = second.detach()
    return second
