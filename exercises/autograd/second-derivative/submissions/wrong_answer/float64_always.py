# caught-by: keeps_the_dtype
# mistake: You seem to return float64 whatever x is.
# mistake[zh-CN]: 不管 x 是什么类型，你似乎总返回 float64。
import torch


def second_derivative(f, x):
    x = x.detach().double().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second
