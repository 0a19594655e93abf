# caught-by: multiplies_from_the_left
# mistake: `v` does not seem to be used.
# mistake[zh-CN]: `v` 似乎没有用到。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    (product,) = torch.autograd.grad(f(leaf).sum(), leaf)
    return product
