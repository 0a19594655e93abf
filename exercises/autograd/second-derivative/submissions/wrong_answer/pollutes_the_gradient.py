# caught-by: leaves_x_alone
# mistake: You seem to add to `x.grad`.
# mistake[zh-CN]: 你似乎往 `x.grad` 里累加了梯度。
import torch


def second_derivative(f, x):
    caller = x
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(first)
    (second,) = torch.autograd.grad(first.sum(), x)
    if caller.requires_grad:
        caller.grad = caller.grad + second if caller.grad is not None else second
    return second
