"""A model with dropout and BatchNorm, and what a call leaves behind. Nothing here knows what is right."""

import torch
from torch import nn


class Breaks(nn.Module):
    """Dropout written by hand, for training mode only; raises where it is told to."""

    def __init__(self):
        super().__init__()
        self.armed = False

    def forward(self, x):
        if self.armed:
            raise ArithmeticError("the model breaks")
        return nn.functional.dropout(x, 0.4, training=self.training)


def make(numbers, evaluating):
    """Linear, BatchNorm, dropout and linear; the named submodules are in evaluation mode, the others in training."""
    weight, bias, mean, var, last = numbers
    model = nn.Sequential()
    model.add_module("first", nn.Linear(weight.shape[1], weight.shape[0]))
    model.add_module("inner", nn.Sequential(nn.BatchNorm1d(len(mean)), nn.Dropout(0.4)))
    model.add_module("breaks", Breaks())
    model.add_module("last", nn.Linear(last.shape[1], last.shape[0], bias=False))
    with torch.no_grad():
        model.first.weight.copy_(weight)
        model.first.bias.copy_(bias)
        model.inner[0].running_mean.copy_(mean)
        model.inner[0].running_var.copy_(var)
        model.last.weight.copy_(last)
    model.first.bias.requires_grad_(False)
    model.last.weight.grad = torch.full_like(last, 3.0)
    for name, module in model.named_modules():
        module.training = (name or "model") not in evaluating
    return model


def look(model):
    """Modes, and copies of the state, the flags and the gradients."""
    modes = [(name or "model", module.training) for name, module in model.named_modules()]
    state = [(name, value.detach().clone()) for name, value in model.state_dict().items()]
    flags = [(name, p.requires_grad) for name, p in model.named_parameters()]
    gradients = [(name, None if p.grad is None else p.grad.clone()) for name, p in model.named_parameters()]
    return modes, state, flags, gradients


def run(predict, numbers, evaluating, x, calls=1):
    """The results, whether the last requires a gradient, and the model before and after."""
    model = make(numbers, evaluating)
    before = look(model)
    results = [predict(model, x) for _ in range(calls)]
    flag = getattr(results[-1], "requires_grad", None)
    results = [y.detach().clone() if isinstance(y, torch.Tensor) else y for y in results]
    return results, flag, before, look(model)


def used_later(predict, numbers, x, factor):
    """The gradient of a factor by which the result is multiplied."""
    result = predict(make(numbers, []), x)
    factor = factor.clone().requires_grad_()
    (result * factor).sum().backward()
    return factor.grad


def broken(predict, numbers, evaluating, x):
    """A model that raises: whether the exception arrived, the model before and after."""
    model = make(numbers, evaluating)
    model.breaks.armed = True
    before = look(model)
    arrived = False
    try:
        predict(model, x)
    except ArithmeticError:
        arrived = True
    return arrived, before, look(model)


def mode(predict, numbers, x, enabled):
    """torch.is_grad_enabled() after a call inside set_grad_enabled."""
    with torch.set_grad_enabled(enabled):
        predict(make(numbers, []), x)
        return torch.is_grad_enabled()
