# caught-by: keeps_the_momentum
# mistake: The momentum seems to start anew with each batch.
# mistake[zh-CN]: 动量似乎在每个批次都从零开始。
"""Builds the optimizer anew for each batch: the momentum is lost."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
