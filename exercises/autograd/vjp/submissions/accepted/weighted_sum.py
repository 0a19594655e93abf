import torch


def vjp(f, x, v):
    copy = x.detach().clone()
    copy.requires_grad = True
    with torch.enable_grad():
        total = torch.sum(f(copy) * v)
    return torch.autograd.grad(total, [copy])[0].detach()
