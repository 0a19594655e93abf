# caught-by: equals_one_big_batch
# mistake: You seem to use the sum of the squared errors, not their mean.
# mistake[zh-CN]: 你用的似乎是平方误差之和，而不是均值。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y, reduction="sum")
        loss.backward()
        value += loss.item()
    optimizer.step()
    return value
