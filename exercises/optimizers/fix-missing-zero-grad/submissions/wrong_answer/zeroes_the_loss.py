# caught-by: forgets_the_batch_before
# mistake: You seem to act on the loss; what has to be cleared is the gradients of the parameters.
# mistake[zh-CN]: 你似乎在处理损失；需要清空的是参数的梯度。
"""Calls zero_() on the wrong thing: the loss."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            shown = loss.item()
            loss.detach().zero_()
            optimizer.step()
            losses.append(shown)
    return losses
