"""Functions with given weights, and what a call leaves behind. Nothing here knows what is right."""

import torch
from torch import nn


def make(kind, weight):
    """A function, and the parameters that it uses."""
    if kind == "module":
        module = nn.Sequential(nn.Linear(weight.shape[1], weight.shape[0]), nn.Tanh()).to(weight.dtype)
        with torch.no_grad():
            module[0].weight.copy_(weight)
            module[0].bias.fill_(0.25)
        return module, list(module.parameters())
    kinds = {
        "matrix": lambda x: weight @ x,
        "sum": lambda x: (x * x * weight).sum(),
        "columns": lambda x: (x**3).sum(dim=0),
        "table": lambda x: x[:, None] * (weight @ x)[None, :],
    }
    return kinds[kind], []


def run(vjp, kind, weight, x, v, requires_grad, old):
    """The result, whether it requires a gradient; x's flag and gradient; the gradients of the parameters."""
    f, parameters = make(kind, weight)
    for parameter in parameters[:1]:
        parameter.grad = torch.full_like(parameter, 7.0)
    x = x.clone().requires_grad_(requires_grad)
    x.grad = None if old is None else old.clone()
    value = vjp(f, x, v.clone())
    tensor = isinstance(value, torch.Tensor)
    flag = tensor and value.requires_grad
    value = value.detach().clone() if tensor else value
    gradients = [None if p.grad is None else p.grad.detach().clone() for p in parameters]
    return value, flag, x.requires_grad, None if x.grad is None else x.grad.detach().clone(), gradients
