# caught-by: fits_three_features
# mistake: You seem to standardise with one mean and deviation for all features.
# mistake[zh-CN]: 你似乎对所有特征用了同一个均值和标准差。
import torch
from torch import nn


def fit_line(x, y):
    mean, std = x.mean().expand(x.shape[1]), x.std().expand(x.shape[1])
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
    return layer
