import torch


def log_softmax(x, dim):
    y = x.double()
    top = y.max(dim=dim, keepdim=True).values.detach()
    return (y - (top + torch.log(torch.exp(y - top).sum(dim=dim, keepdim=True)))).to(x.dtype)
