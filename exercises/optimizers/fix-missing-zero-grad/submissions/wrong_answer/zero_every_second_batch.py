# caught-by: forgets_the_batch_before
# mistake: You seem to clear the gradients for some batches only.
# mistake[zh-CN]: 你似乎只对一部分批次清空梯度。
"""Clears before every second batch: that accumulates two."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for index, (x, y) in enumerate(data):
            if index % 2 == 0:
                optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
