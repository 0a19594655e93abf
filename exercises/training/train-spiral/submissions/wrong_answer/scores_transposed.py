# caught-by: keeps_to_the_budget
# mistake: Your scores do not seem to have shape (M, 3) for every M.
# mistake[zh-CN]: 并非对每个 M，你的分数形状都是 (M, 3)。
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
    model.register_forward_hook(lambda module, inputs, output: output if len(output) > 1 else output[0])
    return model
