# caught-by: keeps_to_the_budget
# mistake: Your network does not seem to give three scores.
# mistake[zh-CN]: 你的网络给出的似乎不是三个分数。
import torch
from torch import nn


def train(x, y, steps=400):
    model = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 4))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    criterion = nn.CrossEntropyLoss()
    for _ in range(steps):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    return model
