# caught-by: survives_empty_shards
# mistake: Replicas without samples seem to count in the average.
# mistake[zh-CN]: 没有样本的副本似乎也计入了平均。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    parameters = list(model.parameters())
    total = [torch.zeros_like(p) for p in parameters]
    for x_shard, y_shard in zip(x.tensor_split(n_replicas), y.tensor_split(n_replicas)):
        if len(x_shard) == 0:
            continue
        loss = F.mse_loss(model(x_shard), y_shard)
        gradients = torch.autograd.grad(loss, parameters)
        for accumulated, gradient in zip(total, gradients):
            accumulated += gradient * (len(x_shard) / len(x) if len(x) >= n_replicas else 1 / n_replicas)
    return total
