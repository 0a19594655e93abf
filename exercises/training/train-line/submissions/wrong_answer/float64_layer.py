# caught-by: returns_a_usable_layer
# mistake: Your layer does not seem to take and give float32.
# mistake[zh-CN]: 你的层的输入输出似乎不是 float32。
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
        layer.weight /= std
        layer.bias -= (layer.weight * mean).sum()
    layer.register_forward_pre_hook(lambda module, inputs: (inputs[0].double(),))
    return layer.double()
