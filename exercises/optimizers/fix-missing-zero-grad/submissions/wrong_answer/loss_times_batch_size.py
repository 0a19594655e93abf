# caught-by: reports_the_loss_before_the_step
# mistake: Your loss seems to be another one than the mean squared error.
# mistake[zh-CN]: 你用的损失似乎不是均方误差。
"""Weights each loss with the size of its batch."""

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
            losses.append(loss.item() * len(x))
    return losses
