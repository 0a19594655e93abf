# caught-by: forgets_the_batch_before
# mistake: You seem to make one step per epoch instead of one per batch.
# mistake[zh-CN]: 你似乎每个 epoch 只更新一次，而不是每个批次更新一次。
"""Sums the losses of an epoch and steps once."""

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
            losses.append(loss.item())
        optimizer.step()
    return losses
