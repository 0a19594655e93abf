# caught-by: survives_empty_shards
# mistake: With more replicas than samples, your shards seem to get size 0.
# mistake[zh-CN]: 副本多于样本时，你的每一份大小似乎变成了 0。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    parameters = list(model.parameters())
    total = [torch.zeros_like(p) for p in parameters]
    for x_shard, y_shard in zip(x.split(len(x) // n_replicas), y.split(len(x) // n_replicas)):
        if len(x_shard) == 0:
            continue
        loss = F.mse_loss(model(x_shard), y_shard)
        gradients = torch.autograd.grad(loss, parameters)
        for accumulated, gradient in zip(total, gradients):
            accumulated += gradient * (len(x_shard) / len(x))
    return total
