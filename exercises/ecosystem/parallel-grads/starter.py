# quizzer: parallel-grads
"""The gradients that replicas compute together."""

import torch
import torch.nn.functional as F


def parallel_grads(model, x, y, n_replicas):
    """One gradient for each parameter: that of the whole batch's loss."""
    parameters = list(model.parameters())
    total = [torch.zeros_like(p) for p in parameters]
    for x_shard, y_shard in zip(x.tensor_split(n_replicas), y.tensor_split(n_replicas)):
        loss = F.mse_loss(model(x_shard), y_shard)
        for sum_, gradient in zip(total, torch.autograd.grad(loss, parameters)):
            sum_ += gradient / n_replicas
    return total
