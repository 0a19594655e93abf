# caught-by: equals_one_big_batch
# mistake: You seem to clear the gradients for each micro-batch, so that only the last one counts.
# mistake[zh-CN]: 你似乎对每个微批都清零梯度，结果只剩最后一个微批的梯度。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        optimizer.zero_grad()
        loss.backward()
        value += loss.item()
    optimizer.step()
    return value
