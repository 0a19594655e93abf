# caught-by: reports_the_loss_before_the_step
# mistake: You seem to round the losses.
# mistake[zh-CN]: 你似乎对损失做了舍入。
"""Rounds the losses."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(round(loss.item(), 4))
    return losses
