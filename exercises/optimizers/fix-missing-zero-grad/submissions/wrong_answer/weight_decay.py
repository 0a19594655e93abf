# caught-by: takes_a_first_step
# mistake: You seem to add weight decay.
# mistake[zh-CN]: 你似乎加了权重衰减。
"""Adds a weight decay that nobody asked for."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum, weight_decay=0.01)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
