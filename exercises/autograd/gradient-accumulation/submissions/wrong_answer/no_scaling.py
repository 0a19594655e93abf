# caught-by: equals_one_big_batch
# mistake: You seem to add up the gradients of the micro-batches without scaling them.
# mistake[zh-CN]: 你似乎直接累加了各微批的梯度，没有缩放。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        (loss * total / len(x)).backward()
        value += loss.item()
    optimizer.step()
    return value
