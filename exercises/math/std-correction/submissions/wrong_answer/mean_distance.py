# caught-by: reduces_one_dimension
# mistake: This is the mean distance from the mean, not the standard deviation.
# mistake[zh-CN]: 这是到均值的平均距离，而不是标准差。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).abs().sum(dim=dims, keepdim=keepdim)
    return total / (n - correction)
