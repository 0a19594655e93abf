"""LBFGS on standardised features, predictions squeezed."""

import torch
from torch import nn


def fit_line(x, y):
    mean, std = x.mean(0, keepdim=True), x.std(0, keepdim=True)
    layer = nn.Linear(x.shape[1], 1)
    optimizer = torch.optim.LBFGS(layer.parameters(), lr=1, max_iter=50)

    def closure():
        optimizer.zero_grad()
        loss = (layer((x - mean) / std).squeeze(1) - y).pow(2).mean()
        loss.backward()
        return loss

    optimizer.step(closure)
    with torch.no_grad():
        layer.weight.copy_(layer.weight / std)
        layer.bias.sub_(layer.weight[0] @ mean[0])
    return layer
