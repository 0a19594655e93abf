# caught-by: ignores_stale_gradients
# mistake: Gradients left over from before seem to be added to those of the first batch.
# mistake[zh-CN]: 之前残留的梯度似乎加到了第一个批次的梯度上。
import torch
import torch.nn.functional as F


def fit(model, loader, epochs, lr, gamma):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=gamma)
    rates = []
    for _ in range(epochs):
        for x, y in loader:
            loss = F.mse_loss(model(x), y)
            loss.backward()
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            optimizer.zero_grad()
        scheduler.step()
    return rates
