# caught-by: multiplies_from_the_left
# mistake: You seem to multiply by the sum of `v`; each output has its own weight.
# mistake[zh-CN]: 你似乎乘上了 `v` 的总和；每个输出有自己的权重。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    (product,) = torch.autograd.grad(f(leaf).sum() * v.sum(), leaf)
    return product
