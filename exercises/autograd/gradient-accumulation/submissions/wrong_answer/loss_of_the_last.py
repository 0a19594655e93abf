# caught-by: returns_the_loss
# mistake: You seem to return the loss of the last micro-batch only.
# mistake[zh-CN]: 你返回的似乎只是最后一个微批的损失。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        loss.backward()
        value = loss.item() * total / len(x)
    optimizer.step()
    return value
