# caught-by: multiplies_from_the_left
# mistake: You seem to average the weighted outputs instead of adding them.
# mistake[zh-CN]: 你似乎对加权后的输出求了平均，而不是求和。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    (product,) = torch.autograd.grad((f(leaf) * v).mean(), leaf)
    return product
