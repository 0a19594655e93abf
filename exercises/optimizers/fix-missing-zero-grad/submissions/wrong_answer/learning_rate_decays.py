# caught-by: forgets_the_batch_before
# mistake: You seem to let the learning rate fall during training.
# mistake[zh-CN]: 你似乎让学习率在训练中下降。
"""Lowers the learning rate instead of clearing the gradients."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.param_groups[0]["lr"] = lr / (len(losses) + 1)
            optimizer.step()
            losses.append(loss.item())
    return losses
