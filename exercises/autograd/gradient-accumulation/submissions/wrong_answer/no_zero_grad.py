# caught-by: clears_old_gradients
# mistake: Gradients from before the call seem to be added.
# mistake[zh-CN]: 调用之前的梯度似乎也被加了进来。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)

    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        loss.backward()
        value += loss.item()
    optimizer.step()
    return value
