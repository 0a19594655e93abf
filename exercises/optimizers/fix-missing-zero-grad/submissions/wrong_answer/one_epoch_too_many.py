# caught-by: takes_a_first_step
"""Counts the epochs from 0 to epochs."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs + 1):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
