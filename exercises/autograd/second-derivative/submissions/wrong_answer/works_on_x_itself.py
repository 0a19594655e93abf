# caught-by: leaves_x_alone
# mistake: You seem to switch `requires_grad` on in the caller's tensor.
# mistake[zh-CN]: 你似乎在调用者的张量上打开了 `requires_grad`。
import torch


def second_derivative(f, x):
    x.requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x)
    return second
