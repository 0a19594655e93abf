# caught-by: reduces_one_dimension
# mistake: The reduced dimension should go unless `keepdim` is given.
# mistake[zh-CN]: 没有给出 `keepdim` 时，归约的维度应去掉。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=True)
    return (total / (n - correction)).sqrt()
