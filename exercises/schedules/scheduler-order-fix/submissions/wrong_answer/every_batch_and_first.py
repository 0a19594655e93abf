# caught-by: gives_no_warning
# mistake: `scheduler.step()` seems to be called before each `optimizer.step()`.
# mistake[zh-CN]: `scheduler.step()` 似乎在每次 `optimizer.step()` 之前都被调用。
import torch
import torch.nn.functional as F


def fit(model, loader, epochs, lr, gamma):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=gamma)
    rates = []
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            rates.append(optimizer.param_groups[0]["lr"])
            scheduler.step()
            optimizer.step()
    return rates
