# caught-by: gives_no_warning
# mistake: You seem to start with `lr / gamma` instead of moving the call.
# mistake[zh-CN]: 你似乎是从 `lr / gamma` 开始，而不是移动那行调用。
import torch
import torch.nn.functional as F


def fit(model, loader, epochs, lr, gamma):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr / gamma)
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
