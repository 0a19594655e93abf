# caught-by: reduces_everything
# mistake: For dim=None n is the number of all elements.
# mistake[zh-CN]: dim=None 时，n 是元素总数。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.shape[0] if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
