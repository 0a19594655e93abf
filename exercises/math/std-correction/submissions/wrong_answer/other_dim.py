# caught-by: reduces_one_dimension
# mistake: You seem to reduce the other dimension.
# mistake[zh-CN]: 你似乎沿另一维做了归约。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    if dim is not None and x.dim() == 2:
        dim = 1 - dim % 2
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
