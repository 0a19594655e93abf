# caught-by: weighs_uneven_shards
# mistake: You seem to fill the batch up by repeating the last sample.
# mistake[zh-CN]: 你似乎用重复最后一个样本的方式补齐了批次。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    missing = -len(x) % n_replicas
    x = torch.cat([x, x[-1:].expand(missing, -1)])
    y = torch.cat([y, y[-1:].expand(missing, -1)])
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
