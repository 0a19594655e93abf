# caught-by: multiplies_from_the_left
# mistake: You seem to compute J v instead of v^T J.
# mistake[zh-CN]: 你计算的似乎是 J v，而不是 v^T J。
import torch


def vjp(f, x, v):
    jacobian = torch.autograd.functional.jacobian(f, x.detach())
    if v.dim() == x.dim() == 1 and len(v) == len(x):
        return jacobian @ v
    return torch.tensordot(v, jacobian, dims=v.dim()).detach()
