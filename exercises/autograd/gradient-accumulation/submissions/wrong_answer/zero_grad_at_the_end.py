# caught-by: clears_old_gradients
# mistake: You seem to clear the gradients only after the step; those from before the first call remain.
# mistake[zh-CN]: 你似乎只在更新之后清零；第一次调用之前的梯度仍然保留。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        loss.backward()
        value += loss.item()
    optimizer.step()
    optimizer.zero_grad()
    return value
