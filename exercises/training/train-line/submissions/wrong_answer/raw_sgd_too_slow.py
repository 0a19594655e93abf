# caught-by: fits_three_features
# mistake: With raw features, a learning rate that is small enough for the large one is too small for the others.
# mistake[zh-CN]: 直接用原始特征时，对大特征足够小的学习率对其他特征太小。
import torch
from torch import nn


def fit_line(x, y):
    mean, std = x.mean(dim=0), x.std(dim=0)
    z = x
    target = y.unsqueeze(1)
    layer = nn.Linear(x.shape[1], 1)
    optimizer = torch.optim.SGD(layer.parameters(), lr=1e-6)
    for _ in range(200):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(layer(z), target)
        loss.backward()
        optimizer.step()
    return layer
