# caught-by: equals_one_big_batch
# mistake: The parameters do not seem to change: is `optimizer.step()` called?
# mistake[zh-CN]: 参数似乎没有变化：调用 `optimizer.step()` 了吗？
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        loss.backward()
        value += loss.item()

    return value
