"""Parameters with given values, and what becomes of them. Nothing here knows what is right."""

import torch
from torch import nn


def run(sgd_step, values, gradients, frozen, lr, enabled, as_generator):
    """One call: values and gradients afterwards, facts about each parameter, and the mode that is left."""
    params = [nn.Parameter(value.clone()) for value in values]
    for p, gradient, off in zip(params, gradients, frozen, strict=True):
        p.grad = None if gradient is None else gradient.clone()
        p.requires_grad_(not off)
    with torch.set_grad_enabled(enabled):
        sgd_step((p for p in params) if as_generator else params, lr)
        mode = torch.is_grad_enabled()
    facts = [(p.is_leaf, p.requires_grad) for p in params]
    left = [None if p.grad is None else p.grad.detach().clone() for p in params]
    return [p.detach().clone() for p in params], left, facts, mode


def descend(sgd_step, weight, x, y, lr, steps):
    """Steps on the mean squared error of x @ weight, each with a fresh gradient; the weight after each."""
    p, after = nn.Parameter(weight.clone()), []
    for _ in range(steps):
        p.grad = None
        ((x @ p - y) ** 2).mean().backward()
        sgd_step([p], lr)
        after.append(p.detach().clone())
    return after
