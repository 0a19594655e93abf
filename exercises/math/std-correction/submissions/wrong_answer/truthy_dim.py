# caught-by: reduces_one_dimension
# mistake: dim=0 is a dimension like any other: ask `dim is None`.
# mistake[zh-CN]: dim=0 和其他维一样：请用 `dim is None` 判断。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dim = dim or None
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
