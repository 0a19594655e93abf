# caught-by: starts_each_epoch_clean
# mistake: You seem to go through the batches in another order than given.
# mistake[zh-CN]: 你似乎没有按给定的顺序遍历批次。
"""Changes the order of the batches from epoch to epoch."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for epoch in range(epochs):
        for x, y in data if epoch % 2 == 0 else data[::-1]:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
