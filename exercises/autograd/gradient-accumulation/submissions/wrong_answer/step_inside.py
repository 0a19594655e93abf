# caught-by: steps_once
# mistake: You seem to make a step for each micro-batch.
# mistake[zh-CN]: 你似乎对每个微批都更新了一步。
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
    return value
