# caught-by: fits_three_features
# mistake: You seem to standardise each sample instead of each feature.
# mistake[zh-CN]: 你似乎对每个样本做了标准化，而不是对每个特征。
import torch
from torch import nn


def fit_line(x, y):
    mean, std = x.mean(dim=0), x.std(dim=0)
    z = (x - x.mean(1, keepdim=True)) / x.std(1, keepdim=True)
    target = y.unsqueeze(1)
    layer = nn.Linear(x.shape[1], 1)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
    for _ in range(200):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(layer(z), target)
        loss.backward()
        optimizer.step()
    return layer
