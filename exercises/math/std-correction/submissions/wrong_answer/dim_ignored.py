# caught-by: reduces_one_dimension
# mistake: `dim` seems to be ignored.
# mistake[zh-CN]: `dim` 似乎没有起作用。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dim = None
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
