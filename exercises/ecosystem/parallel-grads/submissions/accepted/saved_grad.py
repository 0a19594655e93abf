"""backward() on the model itself, whose .grad is put aside and restored; even shard starts by linspace."""

import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    parameters = list(model.parameters())
    kept = [p.grad for p in parameters]
    for p in parameters:
        p.grad = None
    bounds = [k * len(x) // n_replicas for k in range(n_replicas + 1)]
    for begin, end in zip(bounds, bounds[1:]):
        if end > begin:
            share = (end - begin) / len(x)
            (share * F.mse_loss(model(x[begin:end]), y[begin:end])).backward()
    result = [p.grad for p in parameters]
    for p, gradient in zip(parameters, kept):
        p.grad = gradient
    return result
