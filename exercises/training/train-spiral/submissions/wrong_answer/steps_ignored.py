# caught-by: takes_the_steps_asked_for
# mistake: You seem to take 400 steps, whatever `steps` is.
# mistake[zh-CN]: 不管 `steps` 是多少，你似乎总走 400 步。
import torch
from torch import nn


def train(x, y, steps=400):
    model = nn.Sequential(nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 3))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.9)
    criterion = nn.CrossEntropyLoss()
    for _ in range(400):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    return model
