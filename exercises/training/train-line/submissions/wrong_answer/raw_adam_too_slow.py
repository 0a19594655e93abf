# caught-by: fits_three_features
# mistake: With raw features, Adam seems to be too slow.
# mistake[zh-CN]: 直接用原始特征，Adam 似乎太慢。
import torch
from torch import nn


def fit_line(x, y):
    mean, std = x.mean(dim=0), x.std(dim=0)
    z = x
    target = y.unsqueeze(1)
    layer = nn.Linear(x.shape[1], 1)
    optimizer = torch.optim.Adam(layer.parameters(), lr=0.01)
    for _ in range(500):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(layer(z), target)
        loss.backward()
        optimizer.step()
    return layer
