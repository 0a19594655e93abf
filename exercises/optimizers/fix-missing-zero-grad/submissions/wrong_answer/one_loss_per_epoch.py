# caught-by: returns_one_float_per_batch
# mistake: You seem not to return one loss for each batch of each epoch.
# mistake[zh-CN]: 你似乎没有为每个 epoch 的每个批次各返回一个损失。
"""Returns the mean loss of each epoch."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        total = 0.0
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(data))
    return losses
