# caught-by: averages_even_shards
# mistake: The shards of `x` and `y` do not seem to belong together.
# mistake[zh-CN]: `x` 和 `y` 的各份似乎没有对应。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    parameters = list(model.parameters())
    total = [torch.zeros_like(p) for p in parameters]
    for k in range(n_replicas):
        x_shard, y_shard = x[k::n_replicas], y.tensor_split(n_replicas)[k]
        if len(x_shard) == 0:
            continue
        loss = F.mse_loss(model(x_shard), y_shard)
        gradients = torch.autograd.grad(loss, parameters)
        for accumulated, gradient in zip(total, gradients):
            accumulated += gradient * (len(x_shard) / len(x))
    return total
