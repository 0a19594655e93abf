# caught-by: starts_each_call_anew
# mistake: The rate seems to go on falling from one call to the next.
# mistake[zh-CN]: 学习率似乎从一次调用延续到了下一次。
import torch
import torch.nn.functional as F


before = [0]


def fit(model, loader, epochs, lr, gamma):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr * gamma ** before[0])
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=gamma)
    rates = []
    for _ in range(epochs):
        for x, y in loader:
            optimizer.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
        scheduler.step()
    before[0] += epochs if epochs == 2 else 0
    return rates
