# caught-by: gives_zeros_for_a_linear_function
# mistake: For a linear f you seem to return a single 0 instead of a tensor of zeros.
# mistake[zh-CN]: f 为线性时，你返回的似乎是单个 0，而不是全零张量。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return first.new_zeros(())
    (second,) = torch.autograd.grad(first.sum(), x)
    return second
