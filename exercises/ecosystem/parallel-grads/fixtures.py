"""A small model that notes how many samples each forward pass sees. Nothing here knows what is right."""

import torch
from torch import nn

SEEN = []


class Model(nn.Module):
    def __init__(self, weights):
        super().__init__()
        self.first, self.shift, self.second = (nn.Parameter(weight.clone()) for weight in weights)

    def forward(self, x):
        SEEN.append(x.shape[0])
        return torch.tanh(x @ self.first + self.shift) @ self.second


def model(weights, gradients=None):
    """A new model; with gradients, they are its .grad."""
    made = Model(weights)
    for parameter, gradient in zip(made.parameters(), gradients or ()):
        parameter.grad = gradient.clone()
    SEEN.clear()
    return made


def state(made):
    """Parameters, gradients and batch sizes as they are now."""
    parameters = list(made.parameters())
    return [p.detach().clone() for p in parameters], [p.grad for p in parameters], list(SEEN)
