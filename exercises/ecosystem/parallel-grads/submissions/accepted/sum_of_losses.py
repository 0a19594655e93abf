"""Each shard's sum of squares over the number of all elements; one graph, one grad call."""

import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    size = -(-len(x) // n_replicas)
    loss = 0.0
    for start in range(0, x.size(0), size):
        shard = slice(start, start + size)
        loss = loss + F.mse_loss(model(x[shard]), y[shard], reduction="sum") / y.numel()
    return list(torch.autograd.grad(loss, tuple(model.parameters())))
