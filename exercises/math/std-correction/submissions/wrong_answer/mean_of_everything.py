# caught-by: reduces_one_dimension
# mistake: The mean of all elements is subtracted, not that along dim.
# mistake[zh-CN]: 减去的是所有元素的均值，而不是沿 dim 的均值。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean()
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
