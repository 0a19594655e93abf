# caught-by: multiplies_from_the_left
# mistake: You seem to differentiate a tensor of several elements without giving a gradient.
# mistake[zh-CN]: 你似乎没有给出梯度，就对多个元素的张量求导。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    (product,) = torch.autograd.grad(f(leaf), leaf)
    return product
