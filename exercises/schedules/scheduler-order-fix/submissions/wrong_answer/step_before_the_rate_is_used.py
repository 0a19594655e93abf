# caught-by: trains_with_these_rates
# mistake: The reported rate seems to be read before `scheduler.step()` and used after it.
# mistake[zh-CN]: 学习率似乎在 `scheduler.step()` 之前读取，而在它之后才使用。
import torch
import torch.nn.functional as F


def fit(model, loader, epochs, lr, gamma):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=gamma)
    rates = []
    for epoch in range(epochs):
        for index, (x, y) in enumerate(loader):
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            rates.append(lr * gamma**epoch)
            if index == len(loader) - 1:
                scheduler.step()
            optimizer.step()
    return rates
