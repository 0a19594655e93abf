import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.requires_grad and p.grad is not None:
                p -= lr * p.grad
