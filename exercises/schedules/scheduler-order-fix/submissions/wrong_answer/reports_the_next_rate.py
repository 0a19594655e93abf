# caught-by: falls_after_each_epoch
# mistake: You seem to report rates only after the scheduler has lowered them.
# mistake[zh-CN]: 你记录的似乎是调度器降低之后的学习率。
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
            optimizer.step()
        scheduler.step()
        rates += [optimizer.param_groups[0]["lr"] for _ in loader]
    return rates
