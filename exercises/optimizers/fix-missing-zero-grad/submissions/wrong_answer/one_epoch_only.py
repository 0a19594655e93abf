# caught-by: starts_each_epoch_clean
# mistake: You seem to train for one epoch only.
# mistake[zh-CN]: 你似乎只训练了一个 epoch。
"""Ignores epochs."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for x, y in data:
        optimizer.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
