# caught-by: leaves_the_gradient_of_x
# mistake: You seem to write the product into `x.grad`.
# mistake[zh-CN]: 你似乎把结果写进了 `x.grad`。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    (product,) = torch.autograd.grad(f(leaf), leaf, v)
    if x.grad is None:
        x.grad = product.clone()
    return product
