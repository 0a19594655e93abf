# caught-by: starts_with_lr
# mistake: `scheduler.step()` seems to stand at the beginning of the epoch.
# mistake[zh-CN]: `scheduler.step()` 似乎放在了每轮的开头。
import torch
import torch.nn.functional as F


def fit(model, loader, epochs, lr, gamma):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=gamma)
    rates = []
    for _ in range(epochs):
        scheduler.step()
        for x, y in loader:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
    return rates
