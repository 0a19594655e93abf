# caught-by: leaves_the_parameters
# mistake: You seem to clear the gradients of the parameters afterwards.
# mistake[zh-CN]: 之后你似乎清除了参数的梯度。
import torch


def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    f(leaf).backward(v)
    if isinstance(f, torch.nn.Module):
        f.zero_grad()
    return leaf.grad
