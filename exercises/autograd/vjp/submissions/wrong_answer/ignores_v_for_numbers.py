# caught-by: takes_any_shape
# mistake: For a single number you seem to ignore `v`.
# mistake[zh-CN]: 输出为单个数时你似乎忽略了 `v`。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    y = f(leaf)
    (product,) = torch.autograd.grad(y, leaf, None if y.dim() == 0 else v)
    return product
