# caught-by: averages_even_shards
# mistake: You seem to leave out the parameters with one dimension.
# mistake[zh-CN]: 你似乎漏掉了一维的参数。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    parameters = [p for p in model.parameters() if p.dim() > 1]
    total = [torch.zeros_like(p) for p in parameters]
    for x_shard, y_shard in zip(x.tensor_split(n_replicas), y.tensor_split(n_replicas)):
        if len(x_shard) == 0:
            continue
        loss = F.mse_loss(model(x_shard), y_shard)
        gradients = torch.autograd.grad(loss, parameters)
        for accumulated, gradient in zip(total, gradients):
            accumulated += gradient * (len(x_shard) / len(x))
    return total
