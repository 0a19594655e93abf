# caught-by: keeps_to_the_budget
# mistake: You seem to return a state_dict instead of a module.
# mistake[zh-CN]: 你返回的似乎是 state_dict，而不是模块。
import torch
from torch import nn


def train(x, y, steps=400):
    model = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 3))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    criterion = nn.CrossEntropyLoss()
    for _ in range(steps):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    return model.state_dict()
