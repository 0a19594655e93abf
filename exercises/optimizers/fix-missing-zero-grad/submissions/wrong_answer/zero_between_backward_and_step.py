# caught-by: takes_a_first_step
"""Clears the gradients before they are used."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.zero_grad()
            optimizer.step()
            losses.append(loss.item())
    return losses
