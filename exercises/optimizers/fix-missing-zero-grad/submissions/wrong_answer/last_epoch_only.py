# caught-by: returns_one_float_per_batch
# mistake: You seem not to return one loss for each batch of each epoch.
# mistake[zh-CN]: 你似乎没有为每个 epoch 的每个批次各返回一个损失。
"""Starts the list anew in each epoch."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    for _ in range(epochs):
        losses = []
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
