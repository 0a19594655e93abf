# caught-by: gives_zeros_for_a_linear_function
# mistake: For a linear f you seem to return None instead of zeros.
# mistake[zh-CN]: f 为线性时，你返回的似乎是 None，而不是全零。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return None
    (second,) = torch.autograd.grad(first.sum(), x)
    return second
