# caught-by: equals_one_big_batch
# mistake: You seem to divide by the number of samples only; there are several outputs for each.
# mistake[zh-CN]: 你似乎只除以了样本数；每个样本有多个输出。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y, reduction="sum") / total
        loss.backward()
        value += loss.item()
    optimizer.step()
    return value
