# quizzer: fix-missing-zero-grad
"""A training loop with a bug: find it and repair it."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    """Train ``model`` with SGD on batches ``(x, y)``; return the loss of each batch before its step."""
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
