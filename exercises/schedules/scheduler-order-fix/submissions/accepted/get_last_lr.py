import torch
from torch import nn


def fit(model, loader, epochs, lr, gamma):
    optimizer = torch.optim.SGD(model.parameters(), lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=gamma)
    criterion, rates = nn.MSELoss(), []
    for _epoch in range(epochs):
        (rate,) = scheduler.get_last_lr()
        for inputs, wanted in loader:
            loss = criterion(model(inputs), wanted)
            model.zero_grad()
            loss.backward()
            optimizer.step()
            rates.append(rate)
        scheduler.step()
    return rates
