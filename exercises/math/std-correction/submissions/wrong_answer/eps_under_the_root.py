# caught-by: differentiates
# mistake: Something is added under the root that the statement does not ask for.
# mistake[zh-CN]: 根号里加了题目没有要求的东西。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction) + 1e-3).sqrt()
