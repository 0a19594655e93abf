# caught-by: reduces_one_dimension
# mistake: A negative dim counts from the end.
# mistake[zh-CN]: 负的 dim 从末尾数起。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    if dim is not None:
        dim = abs(dim) % x.dim()
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
