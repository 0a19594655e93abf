import torch


def sgd_step(params, lr):
    trainable = [p for p in params if p.requires_grad and p.grad is not None]
    with torch.no_grad():
        if trainable:
            torch._foreach_add_(trainable, [p.grad for p in trainable], alpha=-lr)
