# caught-by: fits_three_features
# mistake: You seem to divide by the deviation without subtracting the mean; training is slow then.
# mistake[zh-CN]: 你似乎只除以标准差而没有减去均值，这样训练很慢。
import torch
from torch import nn


def fit_line(x, y):
    mean, std = x.mean(dim=0), x.std(dim=0)
    z = x / std
    target = y.unsqueeze(1)
    layer = nn.Linear(x.shape[1], 1)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.002)
    for _ in range(200):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(layer(z), target)
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        layer.weight /= std
    return layer
