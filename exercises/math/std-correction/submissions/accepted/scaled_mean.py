import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = list(range(x.dim())) if dim is None else [dim]
    centred = x - x.mean(dims, keepdim=True)
    mean_square = torch.mean(centred * centred, dims, keepdim=keepdim)
    n = x.numel() if dim is None else x.size(dim)
    return torch.sqrt(mean_square * (n / (n - correction)))
