# caught-by: keeps_the_dimensions
# mistake: With dim=None and keepdim=True all dimensions stay with size 1.
# mistake[zh-CN]: dim=None 且 keepdim=True 时，所有维度保留，大小为 1。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim and dim is not None)
    return (total / (n - correction)).sqrt()
