# caught-by: leaves_the_flag_of_x
# mistake: You seem to switch `requires_grad` on in the caller's `x`.
# mistake[zh-CN]: 你似乎在调用者的 `x` 上打开了 `requires_grad`。
import torch


def vjp(f, x, v):
    leaf = x.requires_grad_()
    (product,) = torch.autograd.grad(f(leaf), leaf, v)
    return product
