import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    if dim is None:
        n, mean = x.numel(), x.mean()
    else:
        n, mean = x.shape[dim], x.mean(dim, keepdim=True)
    return torch.linalg.vector_norm(x - mean, dim=dim, keepdim=keepdim) / (n - correction) ** 0.5
