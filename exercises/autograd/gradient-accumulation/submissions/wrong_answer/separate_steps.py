# caught-by: equals_one_big_batch
# mistake: You seem to train on each micro-batch by itself.
# mistake[zh-CN]: 你似乎在每个微批上单独训练。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        value += loss.item() * len(x) / total
        optimizer.step()
    return value
