# caught-by: takes_a_first_step
# mistake: Your loss seems to be another one than the mean squared error.
# mistake[zh-CN]: 你用的损失似乎不是均方误差。
"""Sums the squared errors."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y, reduction="sum")
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
