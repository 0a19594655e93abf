# caught-by: returns_one_float_per_batch
# mistake: You seem to return something else than a list of Python floats.
# mistake[zh-CN]: 你似乎返回的不是由 Python float 组成的列表。
"""Keeps the loss tensors, and their graphs with them."""

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
            losses.append(loss)
    return losses
