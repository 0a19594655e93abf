# caught-by: takes_a_first_step
# mistake: You seem to train a copy: the model that was given does not change.
# mistake[zh-CN]: 你似乎训练的是副本：传进来的模型没有变化。
"""Trains a copy of the model."""

import copy

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    model = copy.deepcopy(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
