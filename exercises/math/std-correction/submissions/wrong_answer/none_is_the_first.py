# caught-by: reduces_everything
# mistake: Without `dim` all elements count, not the first dimension.
# mistake[zh-CN]: 不给 `dim` 时应对所有元素计算，而不是第一维。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dim = 0 if dim is None else dim
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
