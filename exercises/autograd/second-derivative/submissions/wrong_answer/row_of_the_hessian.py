# caught-by: takes_any_shape
# mistake: You seem to mix elements of different columns: f works element by element.
# mistake[zh-CN]: 你似乎混合了不同列的元素：f 是逐元素作用的。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second if second.dim() < 2 else second.sum(-1, keepdim=True).expand_as(second)
