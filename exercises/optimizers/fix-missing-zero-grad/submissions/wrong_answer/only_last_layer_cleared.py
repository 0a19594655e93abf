# caught-by: forgets_the_batch_before
# mistake: You seem to clear the gradients of some parameters only.
# mistake[zh-CN]: 你似乎只清空了一部分参数的梯度。
"""Clears the last layer only."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            list(model.children())[-1].zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
