# caught-by: fits_three_features
# mistake: You seem to return a function that scales, not an nn.Linear in the original units.
# mistake[zh-CN]: 你返回的似乎是带缩放的函数，而不是原始单位的 nn.Linear。
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
    return lambda features: layer((features - mean) / std)
