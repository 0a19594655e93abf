import torch


def second_derivative(f, x):
    leaf = x.detach().requires_grad_(True)
    y = f(leaf)
    ones = torch.ones_like(y)
    first = torch.autograd.grad(y, leaf, grad_outputs=ones, create_graph=True)[0]
    try:
        return torch.autograd.grad(first, leaf, grad_outputs=ones)[0]
    except RuntimeError:
        return torch.zeros_like(x, requires_grad=False)
