"""Asks torch.autograd.grad for the gradients, which never adds to .grad; SGD with momentum by hand."""

import torch
from torch import nn


def train(model, data, lr, epochs=1, momentum=0.0):
    parameters = list(model.parameters())
    velocities = [torch.zeros_like(parameter) for parameter in parameters]
    criterion = nn.MSELoss()
    losses = []
    for _ in range(epochs):
        for x, y in data:
            loss = criterion(model(x), y)
            gradients = torch.autograd.grad(loss, parameters)
            with torch.no_grad():
                for parameter, velocity, gradient in zip(parameters, velocities, gradients):
                    velocity.mul_(momentum).add_(gradient)
                    parameter.sub_(velocity, alpha=lr)
            losses.append(loss.item())
    return losses
