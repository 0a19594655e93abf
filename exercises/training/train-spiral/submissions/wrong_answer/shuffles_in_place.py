# caught-by: leaves_the_data_alone
# mistake: You seem to shuffle the data in place.
# mistake[zh-CN]: 你似乎原地打乱了数据。
import torch
from torch import nn


def train(x, y, steps=400):
    model = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 3))
    order = torch.randperm(len(x))
    x[:], y[:] = x[order], y[order]
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    criterion = nn.CrossEntropyLoss()
    for _ in range(steps):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    return model
