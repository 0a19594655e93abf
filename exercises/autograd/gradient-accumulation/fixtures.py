"""A small model and an optimizer that keep a record. Nothing here knows what is right."""

import torch
from torch import nn


class Net(nn.Module):
    """Two linear layers with tanh in between; remembers how many rows each call had."""

    def __init__(self, weights):
        super().__init__()
        hidden, features = weights[0].shape
        self.first = nn.Linear(features, hidden)
        self.second = nn.Linear(hidden, weights[2].shape[0])
        self.to(weights[0].dtype)
        with torch.no_grad():
            for parameter, weight in zip(self.parameters(), weights, strict=True):
                parameter.copy_(weight)
        self.rows = []

    def forward(self, x):
        self.rows.append(len(x))
        return self.second(torch.tanh(self.first(x)))


class Counting(torch.optim.SGD):
    """SGD that counts its steps."""

    count = 0

    def step(self, *args, **options):
        self.count += 1
        return super().step(*args, **options)


def run(accumulated_step, weights, batches, stale, lr, momentum):
    """One call for each batch: the values returned, parameters after each, steps and rows of each call."""
    model = Net(weights)
    optimizer = Counting(model.parameters(), lr=lr, momentum=momentum)
    for parameter, gradient in zip(model.parameters(), stale, strict=True):
        parameter.grad = None if gradient is None else gradient.clone()
    values, after, steps, rows = [], [], [], []
    for micro_batches in batches:
        optimizer.count, model.rows = 0, []
        values.append(accumulated_step(model, optimizer, [(x, y) for x, y in micro_batches]))
        after.append([parameter.detach().clone() for parameter in model.parameters()])
        steps.append(optimizer.count)
        rows.append(list(model.rows))
    return values, after, steps, rows
