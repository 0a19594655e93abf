# caught-by: weights_by_the_number_of_samples
# mistake: You seem to divide by the number of micro-batches; small ones then count too much.
# mistake[zh-CN]: 你似乎除以了微批的个数；这样小的微批权重过大。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = sum(len(x) for x, _ in micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (1 / len(micro_batches))
        loss.backward()
        value += loss.item()
    optimizer.step()
    return value
