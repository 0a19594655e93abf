# quizzer: train-line
"""Fit a badly scaled linear model."""

import torch
from torch import nn


def fit_line(x, y):
    """An nn.Linear that predicts y from x, in the original units."""
    layer = nn.Linear(x.shape[1], 1)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
    for _ in range(200):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(layer(x), y)
        loss.backward()
        optimizer.step()
    return layer
