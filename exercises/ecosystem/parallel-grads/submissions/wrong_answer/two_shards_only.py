# caught-by: splits_the_batch
# mistake: A forward pass seems to see more samples than one replica has.
# mistake[zh-CN]: 一次前向传播看到的样本似乎多于一个副本的份额。
import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    parameters = list(model.parameters())
    total = [torch.zeros_like(p) for p in parameters]
    for x_shard, y_shard in zip(x.tensor_split(min(2, n_replicas)), y.tensor_split(min(2, n_replicas))):
        if len(x_shard) == 0:
            continue
        loss = F.mse_loss(model(x_shard), y_shard)
        gradients = torch.autograd.grad(loss, parameters)
        for accumulated, gradient in zip(total, gradients):
            accumulated += gradient * (len(x_shard) / len(x))
    return total
