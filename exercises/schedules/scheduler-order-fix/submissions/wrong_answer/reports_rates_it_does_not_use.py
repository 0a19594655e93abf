# caught-by: trains_with_these_rates
# mistake: The rates you report do not seem to be those that the steps use.
# mistake[zh-CN]: 你报告的学习率似乎不是更新时实际使用的。
import torch
import torch.nn.functional as F


def fit(model, loader, epochs, lr, gamma):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=gamma)
    rates = []
    for epoch in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            rates.append(lr * gamma**epoch)
            optimizer.step()
    return rates
