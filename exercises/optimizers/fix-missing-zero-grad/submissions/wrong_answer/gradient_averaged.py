# caught-by: forgets_the_batch_before
# mistake: You seem to average the gradients of several batches.
# mistake[zh-CN]: 你似乎对多个批次的梯度取了平均。
"""Divides the sum of all gradients by their number."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            for parameter in model.parameters():
                parameter.grad /= len(losses) + 1
            optimizer.step()
            losses.append(loss.item())
    return losses
