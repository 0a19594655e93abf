# caught-by: fits_three_features
# mistake: You seem to forget the deviations when you bring the layer back to the original units.
# mistake[zh-CN]: 换回原来的单位时，你似乎忘了标准差。
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
        layer.bias -= (layer.weight * mean).sum()
    return layer
