# caught-by: takes_a_first_step
# mistake: You seem to clear the gradients between `backward()` and `step()`: nothing is left to step with.
# mistake[zh-CN]: 你似乎在 `backward()` 和 `step()` 之间清空了梯度：更新时已经没有梯度可用。
"""Clears the gradients before they are used."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.zero_grad()
            optimizer.step()
            losses.append(loss.item())
    return losses
