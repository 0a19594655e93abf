# caught-by: forgets_the_batch_before
# mistake: You seem to shrink the old gradients instead of clearing them.
# mistake[zh-CN]: 你似乎只是缩小了旧梯度，而没有清空。
"""Lets old gradients fade instead of clearing them."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            for parameter in model.parameters():
                if parameter.grad is not None:
                    parameter.grad *= 0.1
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
