# caught-by: returns_the_loss
# mistake: You seem to return the plain mean of the micro-batches' losses; they differ in size.
# mistake[zh-CN]: 你返回的似乎是各微批损失的简单平均；但它们大小不同。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        loss.backward()
        value += loss.item() * total / len(x) / len(micro_batches)
    optimizer.step()
    return value
