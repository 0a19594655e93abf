# caught-by: weighs_uneven_shards
# mistake: You seem to average the replicas' gradients without regard to the sizes of their shards.
# mistake[zh-CN]: 你似乎不顾各份大小，直接对各副本的梯度求了平均。
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
            accumulated += gradient * (1 / min(n_replicas, len(x)))
    return total
