# caught-by: forgets_the_batch_before
# mistake: You seem to clear the gradients once, before the loop.
# mistake[zh-CN]: 你似乎只在循环之前清空了一次梯度。
"""Clears once, before the loops."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    optimizer.zero_grad()
    losses = []
    for _ in range(epochs):
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
