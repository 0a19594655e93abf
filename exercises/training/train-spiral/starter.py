# quizzer: train-spiral
"""Classify three spirals."""

import torch
from torch import nn


def train(x, y, steps=400):
    """A module that gives three scores for each point."""
    model = nn.Linear(2, 3)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(steps):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    return model
