# caught-by: ignores_stale_gradients
"""Clears after each step: stale gradients reach the first one."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            losses.append(loss.item())
    return losses
