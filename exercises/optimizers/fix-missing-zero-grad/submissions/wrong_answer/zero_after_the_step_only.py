# caught-by: ignores_stale_gradients
# mistake: You seem to clear the gradients after each step only: those that the model came with count in the first.
# mistake[zh-CN]: 你似乎只在每一步之后清空梯度：模型带来的残留梯度会算进第一步。
"""Clears after each step: stale gradients reach the first one."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
            losses.append(loss.item())
    return losses
