"""Linear models with given weights, and a run that records warnings. Nothing here knows what is right."""

import warnings

import torch
from torch import nn


def build(weight, bias):
    """A linear layer with copies of these."""
    layer = nn.Linear(weight.shape[1], weight.shape[0], dtype=weight.dtype)
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer


def leave_gradients(layer, weight, bias):
    """Put these into ``.grad``, as earlier work on the layer would."""
    layer.weight.grad, layer.bias.grad = weight.clone(), bias.clone()


def weights_of(layer):
    """Copies of weight and bias."""
    return layer.weight.detach().clone(), layer.bias.detach().clone()


def run_and_listen(fit, layer, loader, epochs, lr, gamma):
    """What ``fit`` returns, and the texts of the warnings meanwhile."""
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        rates = fit(layer, loader, epochs, lr, gamma)
    return rates, [str(warning.message) for warning in heard]
