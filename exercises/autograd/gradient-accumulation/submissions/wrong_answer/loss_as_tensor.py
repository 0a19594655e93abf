# caught-by: returns_the_loss
# mistake: You seem to return a tensor, not a `float`.
# mistake[zh-CN]: 你返回的似乎是张量，而不是 `float`。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        loss.backward()
        value += loss.detach()
    optimizer.step()
    return value
