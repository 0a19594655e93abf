# caught-by: takes_a_first_step
# mistake: You seem to train for one epoch too many.
# mistake[zh-CN]: 你似乎多训练了一个 epoch。
"""Counts the epochs from 0 to epochs."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs + 1):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
