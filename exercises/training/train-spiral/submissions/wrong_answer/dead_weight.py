# caught-by: keeps_to_the_budget
# mistake: Your module seems to have more than 20 000 parameters.
# mistake[zh-CN]: 你的模块似乎有超过 20 000 个参数。
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
    model.register_parameter("spare", nn.Parameter(torch.zeros(20000)))
    return model
