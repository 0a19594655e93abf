# caught-by: classifies_new_points
# mistake: There seems to be no nonlinearity between your layers.
# mistake[zh-CN]: 你的层与层之间似乎没有非线性。
import torch
from torch import nn


def train(x, y, steps=400):
    model = nn.Sequential(nn.Linear(2, 32), nn.Linear(32, 32), nn.Linear(32, 3))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.2, momentum=0.9)
    criterion = nn.CrossEntropyLoss()
    for _ in range(steps):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    return model
