# caught-by: splits_the_batch
# mistake: You seem to run the whole batch at once instead of shard by shard.
# mistake[zh-CN]: 你似乎一次运行了整个批次，而没有分份。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    parameters = list(model.parameters())
    total = [torch.zeros_like(p) for p in parameters]
    for x_shard, y_shard in [(x, y)]:
        if len(x_shard) == 0:
            continue
        loss = F.mse_loss(model(x_shard), y_shard)
        gradients = torch.autograd.grad(loss, parameters)
        for accumulated, gradient in zip(total, gradients):
            accumulated += gradient * (len(x_shard) / len(x))
    return total
