# caught-by: keeps_the_momentum
# mistake: You seem to build the optimizer anew in each epoch: the momentum starts from nothing.
# mistake[zh-CN]: 你似乎在每个 epoch 都重新创建优化器：动量又从零开始。
"""Builds the optimizer anew for each epoch."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    losses = []
    for _ in range(epochs):
        optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
