# caught-by: reduces_one_dimension
# mistake: `correction` is subtracted from n, not added.
# mistake[zh-CN]: 应从 n 中减去 `correction`，而不是加上。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n + correction)).sqrt()
