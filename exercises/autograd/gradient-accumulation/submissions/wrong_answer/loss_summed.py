# caught-by: returns_the_loss
# mistake: You seem to return the sum of the micro-batches' mean losses.
# mistake[zh-CN]: 你返回的似乎是各微批平均损失之和。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        loss.backward()
        value += loss.item() * total / len(x)
    optimizer.step()
    return value
