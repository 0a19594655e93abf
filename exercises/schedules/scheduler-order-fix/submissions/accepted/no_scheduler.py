"""The rate by hand, and the update too."""

import torch


def fit(model, loader, epochs, lr, gamma):
    rates = []
    parameters = list(model.parameters())
    for epoch in range(epochs):
        rate = lr * gamma**epoch
        for x, y in loader:
            loss = ((model(x) - y) ** 2).mean()
            gradients = torch.autograd.grad(loss, parameters)
            with torch.no_grad():
                for parameter, gradient in zip(parameters, gradients):
                    parameter -= rate * gradient
            rates.append(rate)
    return rates
