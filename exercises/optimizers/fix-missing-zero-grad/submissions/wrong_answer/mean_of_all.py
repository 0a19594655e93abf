# caught-by: returns_one_float_per_batch
# mistake: You seem to return sums or means over batches instead of each batch's own loss.
# mistake[zh-CN]: 你似乎返回了跨批次的累计或平均，而不是每个批次自己的损失。
"""Returns one number."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return sum(losses) / len(losses)
