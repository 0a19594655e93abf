# caught-by: forgets_the_batch_before
"""Sums the losses of an epoch and steps once."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            losses.append(loss.item())
        optimizer.step()
    return losses
