# caught-by: takes_a_first_step
# mistake: You seem to act on the loss; what has to be cleared is the gradients of the parameters.
# mistake[zh-CN]: 你似乎在处理损失；需要清空的是参数的梯度。
"""Cuts the graph, so that backward() has nothing to do."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x).detach(), y).requires_grad_()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
