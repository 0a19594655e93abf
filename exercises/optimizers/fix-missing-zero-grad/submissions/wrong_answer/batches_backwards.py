# caught-by: forgets_the_batch_before
# mistake: You seem to go through the batches in another order than given.
# mistake[zh-CN]: 你似乎没有按给定的顺序遍历批次。
"""Goes through the batches backwards."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in reversed(data):
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
