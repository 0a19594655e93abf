# caught-by: reduces_one_dimension
# mistake: You seem to divide by n always.
# mistake[zh-CN]: 你似乎总是除以 n。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / n).sqrt()
