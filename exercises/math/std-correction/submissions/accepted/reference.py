import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    distance = x - torch.mean(x, dim=dims, keepdim=True)
    n = 1
    for one in dims:
        n *= x.shape[one]
    return (distance.square().sum(dim=dims, keepdim=keepdim) / (n - correction)).sqrt()
