# caught-by: classifies_new_points
# mistake: Your optimizer seems to hold the parameters of a copy.
# mistake[zh-CN]: 你的优化器持有的似乎是副本的参数。
import copy

import torch
from torch import nn


def train(x, y, steps=400):
    model = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 3))
    optimizer = torch.optim.Adam(copy.deepcopy(model).parameters(), lr=0.01)
    criterion = nn.CrossEntropyLoss()
    for _ in range(steps):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    return model
