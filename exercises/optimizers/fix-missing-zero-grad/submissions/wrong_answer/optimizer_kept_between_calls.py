# caught-by: starts_each_call_anew
# mistake: The momentum seems to survive from one call of `train` to the next.
# mistake[zh-CN]: 动量似乎从一次 `train` 调用保留到了下一次。
"""Keeps the optimizer of a model for the next call: its momentum lives on."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    if getattr(model, "optimizer", None) is None:
        model.optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    optimizer = model.optimizer
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
