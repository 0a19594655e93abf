import torch


def sgd_step(params, lr):
    for p in list(params):
        if not p.requires_grad or p.grad is None:
            continue
        new = p.detach() - p.grad * lr
        with torch.no_grad():
            p.copy_(new)
