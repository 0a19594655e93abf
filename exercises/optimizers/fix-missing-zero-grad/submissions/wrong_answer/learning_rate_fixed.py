# caught-by: takes_a_first_step
# mistake: You seem to use a learning rate of your own instead of `lr`.
# mistake[zh-CN]: 你似乎用了自己设定的学习率，而不是 `lr`。
"""Ignores lr."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
