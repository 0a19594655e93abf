# caught-by: reduces_one_dimension
# mistake: This is the variance: the root is missing.
# mistake[zh-CN]: 这是方差：没有开方。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return total / (n - correction)
