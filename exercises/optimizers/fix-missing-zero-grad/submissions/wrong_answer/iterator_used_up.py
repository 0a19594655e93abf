# caught-by: starts_each_epoch_clean
# mistake: You seem to train for one epoch only.
# mistake[zh-CN]: 你似乎只训练了一个 epoch。
"""Makes one iterator for all epochs: the second finds it empty."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    batches = iter(data)
    losses = []
    for _ in range(epochs):
        for x, y in batches:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
