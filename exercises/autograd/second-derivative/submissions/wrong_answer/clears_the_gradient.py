# caught-by: leaves_x_alone
# mistake: You seem to clear `x.grad`.
# mistake[zh-CN]: 你似乎清除了 `x.grad`。
import torch


def second_derivative(f, x):
    x.grad = None
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second
