# caught-by: keeps_the_dtype
# mistake: For a linear f you seem to make zeros in the default dtype.
# mistake[zh-CN]: f 为线性时，你似乎用默认 dtype 生成了全零张量。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros(first.shape)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second
