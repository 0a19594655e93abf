# caught-by: reports_the_loss_before_the_step
# mistake: You seem to return sums or means over batches instead of each batch's own loss.
# mistake[zh-CN]: 你似乎返回了跨批次的累计或平均，而不是每个批次自己的损失。
"""Returns the running mean of the losses."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses, total = [], 0.0
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
            losses.append(total / (len(losses) + 1))
    return losses
