# caught-by: splits_the_batch
# mistake: The last replica seems to get all samples that are left over, more than ⌈N / n_replicas⌉.
# mistake[zh-CN]: 除不尽的样本似乎全给了最后一个副本，超过了 ⌈N / n_replicas⌉。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    parameters = list(model.parameters())
    total = [torch.zeros_like(p) for p in parameters]
    sizes = [len(x) // n_replicas] * n_replicas
    sizes[-1] += len(x) % n_replicas
    for x_shard, y_shard in zip(x.split(sizes), y.split(sizes)):
        if len(x_shard) == 0:
            continue
        loss = F.mse_loss(model(x_shard), y_shard)
        gradients = torch.autograd.grad(loss, parameters)
        for accumulated, gradient in zip(total, gradients):
            accumulated += gradient * (len(x_shard) / len(x))
    return total
