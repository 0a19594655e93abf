# caught-by: keeps_the_momentum
# mistake: You seem to ignore `momentum`.
# mistake[zh-CN]: 你似乎忽略了 `momentum`。
"""Does not pass the momentum on."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
