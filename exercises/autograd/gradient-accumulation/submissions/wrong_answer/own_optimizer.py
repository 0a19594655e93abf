# caught-by: steps_once
# mistake: You do not seem to use the optimizer that was passed, or lose its momentum.
# mistake[zh-CN]: 你似乎没有使用传入的优化器，或丢掉了它的动量。
import torch
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer = torch.optim.SGD(model.parameters(), lr=optimizer.param_groups[0]["lr"])
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        loss.backward()
        value += loss.item()
    optimizer.step()
    return value
