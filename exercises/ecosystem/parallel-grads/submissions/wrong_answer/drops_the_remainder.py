# caught-by: weighs_uneven_shards
# mistake: You seem to drop the samples that are left over.
# mistake[zh-CN]: 你似乎丢掉了除不尽的样本。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    keep = len(x) // n_replicas * n_replicas or len(x)
    x, y = x[:keep], y[:keep]
    parameters = list(model.parameters())
    total = [torch.zeros_like(p) for p in parameters]
    for x_shard, y_shard in zip(x.tensor_split(n_replicas), y.tensor_split(n_replicas)):
        if len(x_shard) == 0:
            continue
        loss = F.mse_loss(model(x_shard), y_shard)
        gradients = torch.autograd.grad(loss, parameters)
        for accumulated, gradient in zip(total, gradients):
            accumulated += gradient * (len(x_shard) / len(x))
    return total
