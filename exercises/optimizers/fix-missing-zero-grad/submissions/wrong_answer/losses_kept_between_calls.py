# caught-by: returns_one_float_per_batch
# mistake: The losses of an earlier call seem to be in the list.
# mistake[zh-CN]: 列表里似乎还有上一次调用的损失。
"""A default argument collects the losses of all calls."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0, losses=[]):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
