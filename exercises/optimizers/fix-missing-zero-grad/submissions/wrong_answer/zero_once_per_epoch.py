# caught-by: forgets_the_batch_before
# mistake: You seem to clear the gradients once per epoch instead of once per batch.
# mistake[zh-CN]: 你似乎每个 epoch 才清空一次梯度，而不是每个批次一次。
"""Clears once per epoch."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
