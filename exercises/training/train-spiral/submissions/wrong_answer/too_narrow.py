# caught-by: classifies_new_points
# mistake: Your network seems to be too small for this task.
# mistake[zh-CN]: 你的网络对这个任务似乎太小。
import torch
from torch import nn


def train(x, y, steps=400):
    model = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 3))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    criterion = nn.CrossEntropyLoss()
    for _ in range(steps):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    return model
