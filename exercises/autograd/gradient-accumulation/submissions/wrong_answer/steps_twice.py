# caught-by: steps_once
# mistake: You seem to call `optimizer.step()` a second time after the gradients were cleared.
# mistake[zh-CN]: 清零梯度之后，你似乎又调用了一次 `optimizer.step()`。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        loss.backward()
        value += loss.item()
    optimizer.step()
    optimizer.zero_grad()
    optimizer.step()
    return value
