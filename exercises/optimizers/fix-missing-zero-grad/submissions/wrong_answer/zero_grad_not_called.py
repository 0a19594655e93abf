# caught-by: forgets_the_batch_before
# mistake: The gradients seem never to be cleared: each step uses the sum of all so far.
# mistake[zh-CN]: 梯度似乎从未清空：每一步用的都是迄今所有梯度之和。
"""Names zero_grad and does not call it."""

import torch
import torch.nn.functional as F


def train(model, data, lr, epochs=1, momentum=0.0):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=momentum)
    losses = []
    for _ in range(epochs):
        for x, y in data:
            optimizer.zero_grad
            loss = F.mse_loss(model(x), y)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    return losses
