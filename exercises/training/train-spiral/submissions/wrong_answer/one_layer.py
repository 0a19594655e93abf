# caught-by: classifies_new_points
# mistake: A single linear layer cannot bend its boundaries.
# mistake[zh-CN]: 单个线性层无法让分界线弯曲。
import torch
from torch import nn


def train(x, y, steps=400):
    model = nn.Linear(2, 3)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    criterion = nn.CrossEntropyLoss()
    for _ in range(steps):
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    return model
