# caught-by: falls_after_each_epoch
# mistake: Optimizer and scheduler seem to be made anew in each epoch.
# mistake[zh-CN]: 优化器和调度器似乎在每一轮都重新创建。
import torch
import torch.nn.functional as F


def fit(model, loader, epochs, lr, gamma):
    rates = []
    for _ in range(epochs):
        optimizer = torch.optim.SGD(model.parameters(), lr=lr)
        scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=gamma)
        for x, y in loader:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
        scheduler.step()
    return rates
