# caught-by: leaves_the_gradient_of_x
# mistake: You seem to clear `x.grad`.
# mistake[zh-CN]: 你似乎清除了 `x.grad`。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    (product,) = torch.autograd.grad(f(leaf), leaf, v)
    x.grad = None
    return product
