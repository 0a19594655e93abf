# caught-by: equals_one_big_batch
# mistake: Only one micro-batch seems to reach the gradient.
# mistake[zh-CN]: 似乎只有一个微批贡献了梯度。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    optimizer.zero_grad()
    total = sum(len(x) for x, _ in micro_batches)
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        value += loss.item()
    loss.backward()
    optimizer.step()
    return value
