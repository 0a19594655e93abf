# caught-by: starts_each_epoch_clean
# mistake: You seem to clear the gradients for some batches only.
# mistake[zh-CN]: 你似乎只对一部分批次清空梯度。
"""Clears in the first epoch only."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for epoch in range(epochs):
        for x, y in data:
            if epoch == 0:
                optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
