import torch
import torch.nn.functional as F


def fit(model, loader, epochs, lr, gamma):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    group = optimizer.param_groups[0]
    rates = []
    for epoch in range(epochs):
        if epoch > 0:
            group["lr"] *= gamma
        for x, y in loader:
            rates.append(group["lr"])
            optimizer.zero_grad()
            F.mse_loss(model(x), y).backward()
            optimizer.step()
    return rates
