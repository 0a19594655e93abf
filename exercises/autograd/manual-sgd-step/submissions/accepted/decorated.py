import torch


@torch.no_grad()
def sgd_step(params, lr):
    for p in filter(lambda p: p.requires_grad, params):
        if p.grad is None:
            continue
        p.add_(p.grad, alpha=-lr)
