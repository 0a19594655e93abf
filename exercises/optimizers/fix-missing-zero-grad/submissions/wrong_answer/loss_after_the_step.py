# caught-by: reports_the_loss_before_the_step
# mistake: You seem to compute the loss after the step; the one before it is asked for.
# mistake[zh-CN]: 你似乎在更新之后才计算损失；要求的是更新之前的损失。
"""Runs the model again after the step."""

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
            losses.append(F.mse_loss(model(x), y).item())
    return losses
