# caught-by: takes_a_first_step
# mistake: You seem to use Adam where SGD is asked for.
# mistake[zh-CN]: 这里要求 SGD，你似乎用了 Adam。
"""Another optimizer."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.Adam(model.parameters(), lr=lr)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
