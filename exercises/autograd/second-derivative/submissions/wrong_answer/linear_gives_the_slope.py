# caught-by: gives_zeros_for_a_linear_function
# mistake: For a linear f you seem to return the first derivative.
# mistake[zh-CN]: f 为线性时，你返回的似乎是一阶导数。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return first
    (second,) = torch.autograd.grad(first.sum(), x)
    return second
