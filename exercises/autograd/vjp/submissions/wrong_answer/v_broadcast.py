# caught-by: takes_any_shape
# mistake: `v` seems to be summed before it is used.
# mistake[zh-CN]: `v` 在使用之前似乎先被求和了。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    (product,) = torch.autograd.grad(f(leaf), leaf, v if v.dim() < 2 else v.mean(0).expand_as(v))
    return product
