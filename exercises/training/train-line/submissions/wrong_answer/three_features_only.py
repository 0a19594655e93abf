# caught-by: fits_other_features
# mistake: You seem to expect three features.
# mistake[zh-CN]: 你似乎假定有三个特征。
import torch
from torch import nn


def fit_line(x, y):
    if x.shape[1] != 3:
        x = torch.cat([x, x[:, :1], x[:, :1]], dim=1)[:, :3]
    mean, std = x.mean(dim=0), x.std(dim=0)
    z = (x - mean) / std
    target = y.unsqueeze(1)
    layer = nn.Linear(3, 1)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
    for _ in range(200):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(layer(z), target)
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        layer.weight /= std
        layer.bias -= (layer.weight * mean).sum()
    return layer
