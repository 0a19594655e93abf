# caught-by: leaves_x_alone
# mistake: You seem to call `backward()` on the caller's tensor, which adds to `x.grad`.
# mistake[zh-CN]: 你似乎在调用者的张量上调用了 `backward()`，这会累加到 `x.grad`。
import torch


def second_derivative(f, x):
    x.requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    if not first.requires_grad:
        return torch.zeros_like(x)
    before = torch.zeros_like(x) if x.grad is None else x.grad.clone()
    first.sum().backward()
    return x.grad - before
