# caught-by: weights_by_the_number_of_samples
# mistake: You seem to take every micro-batch to be as large as the first.
# mistake[zh-CN]: 你似乎认为每个微批都与第一个一样大。
import torch.nn.functional as F


def accumulated_step(model, optimizer, micro_batches):
    total = len(micro_batches[0][0]) * len(micro_batches)
    optimizer.zero_grad()
    value = 0.0
    for x, y in micro_batches:
        loss = F.mse_loss(model(x), y) * (len(x) / total)
        loss.backward()
        value += loss.item()
    optimizer.step()
    return value
