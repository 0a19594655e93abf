# caught-by: trains_with_these_rates
# mistake: The gradients do not seem to be emptied.
# mistake[zh-CN]: 梯度似乎没有被清空。
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
        scheduler.step()
    return rates
