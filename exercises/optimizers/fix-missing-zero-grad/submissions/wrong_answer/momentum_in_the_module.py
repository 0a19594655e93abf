# caught-by: starts_each_call_anew
# mistake: The momentum seems to survive from one call of `train` to the next.
# mistake[zh-CN]: 动量似乎从一次 `train` 调用保留到了下一次。
"""A velocity at module level survives the call."""

import torch
import torch.nn.functional as F

velocities = {}


def train(model, data, lr, epochs=1, momentum=0.0):
    losses = []
    for _ in range(epochs):
        for x, y in data:
            model.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            with torch.no_grad():
                for parameter in model.parameters():
                    velocity = momentum * velocities.get(parameter, 0.0) + parameter.grad
                    velocities[parameter] = velocity
                    parameter -= lr * velocity
            losses.append(loss.item())
    return losses
