# caught-by: returns_a_usable_layer
# mistake: Your layer does not seem to give one column.
# mistake[zh-CN]: 你的层给出的似乎不是一列。
import torch
from torch import nn


def fit_line(x, y):
    mean, std = x.mean(dim=0), x.std(dim=0)
    z = (x - mean) / std
    target = y.unsqueeze(1)
    layer = nn.Linear(x.shape[1], 1)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
    for _ in range(200):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(layer(z), target)
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        layer.weight /= std
        layer.bias -= (layer.weight * mean).sum()
    hook = layer.register_forward_hook(
        lambda module, inputs, output: output.repeat(1, 2) if len(output) == 1 else output
    )
    return layer
