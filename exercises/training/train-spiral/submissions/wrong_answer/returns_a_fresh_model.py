# caught-by: classifies_new_points
# mistake: You seem to return a module that has not been trained.
# mistake[zh-CN]: 你返回的似乎是没有训练过的模块。
import torch
from torch import nn


def train(x, y, steps=400):
    model = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 3))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.9)
    criterion = nn.CrossEntropyLoss()
    for _ in range(steps):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    for layer in model:
        if isinstance(layer, nn.Linear):
            layer.reset_parameters()
    return model
