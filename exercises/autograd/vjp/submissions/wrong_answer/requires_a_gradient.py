# caught-by: detaches_the_result
# mistake: Your result seems to require a gradient.
# mistake[zh-CN]: 你的结果似乎需要梯度。
import torch


def vjp(f, x, v):
    leaf = x.detach().requires_grad_()
    (product,) = torch.autograd.grad(f(leaf), leaf, v)
    return product.requires_grad_()
