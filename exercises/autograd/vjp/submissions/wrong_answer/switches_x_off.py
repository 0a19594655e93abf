# caught-by: leaves_the_flag_of_x
# mistake: You seem to switch `requires_grad` off in the caller's `x`.
# mistake[zh-CN]: 你似乎在调用者的 `x` 上关闭了 `requires_grad`。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    (product,) = torch.autograd.grad(f(leaf), leaf, v)
    x.requires_grad_(False)
    return product
