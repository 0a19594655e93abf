# caught-by: differentiates_twice
# mistake: `retain_graph=True` keeps the graph of f, but does not record the derivative.
# mistake[zh-CN]: `retain_graph=True` 只保留 f 的计算图，不会记录导数。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, retain_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second
