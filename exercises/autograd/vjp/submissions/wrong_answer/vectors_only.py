# caught-by: takes_any_shape
# mistake: Your product seems to work for vectors only.
# mistake[zh-CN]: 你的积似乎只适用于向量。
import torch


def vjp(f, x, v):
    jacobian = torch.autograd.functional.jacobian(f, x.detach())
    return (v @ jacobian).detach()
