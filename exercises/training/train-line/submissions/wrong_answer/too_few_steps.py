# caught-by: fits_three_features
# mistake: You seem to stop long before the loss is at its minimum.
# mistake[zh-CN]: 损失远未降到最低，你似乎就停止了。
import torch
from torch import nn


def fit_line(x, y):
    mean, std = x.mean(dim=0), x.std(dim=0)
    z = (x - mean) / std
    target = y.unsqueeze(1)
    layer = nn.Linear(x.shape[1], 1)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
    for _ in range(4):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(layer(z), target)
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        layer.weight /= std
        layer.bias -= (layer.weight * mean).sum()
    return layer
