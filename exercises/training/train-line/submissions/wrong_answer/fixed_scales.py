# caught-by: fits_other_features
# mistake: You seem to divide by fixed scales instead of those of x.
# mistake[zh-CN]: 你似乎除以了固定的尺度，而不是 x 的尺度。
import torch
from torch import nn


def fit_line(x, y):
    mean, std = x.mean(dim=0), torch.tensor([50.0, 1.0, 0.02, 1.0, 1.0])[: x.shape[1]]
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
