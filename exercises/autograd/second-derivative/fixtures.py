"""Functions to differentiate, made where the learner's code can call them. Nothing here knows what is right."""

import torch

FUNCTIONS = {
    "sin(x)": torch.sin,
    "x**4": lambda x: x**4,
    "exp(2x)": lambda x: torch.exp(2 * x),
    "x**2": lambda x: x * x,
    "3x + 1": lambda x: 3 * x + 1,
    "-x": torch.neg,
}


def run(second_derivative, name, x, requires_grad, old):
    """The result; x after the call, whether it requires a gradient, and its .grad."""
    x = x.clone().requires_grad_(requires_grad)
    x.grad = None if old is None else old.clone()
    value = second_derivative(FUNCTIONS[name], x)
    value = value.detach().clone() if isinstance(value, torch.Tensor) else value
    return value, x.detach().clone(), x.requires_grad, None if x.grad is None else x.grad.detach().clone()
