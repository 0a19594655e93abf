# caught-by: differentiates_twice
# mistake: The first derivative seems to have no graph: `create_graph=True` is missing.
# mistake[zh-CN]: 一阶导数似乎没有计算图：缺少 `create_graph=True`。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x)

    (second,) = torch.autograd.grad(first.sum(), x)
    return second
