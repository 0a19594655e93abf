# caught-by: keeps_to_the_budget
# mistake: Your module seems to return classes instead of scores.
# mistake[zh-CN]: 你的模块返回的似乎是类别，而不是分数。
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
    model.register_forward_hook(lambda module, inputs, output: output.argmax(1))
    return model
