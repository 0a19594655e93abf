# caught-by: keeps_the_dtype
# mistake: float64 seems to pass through float32.
# mistake[zh-CN]: float64 似乎先变成了 float32。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dtype, x = x.dtype, x.float()
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt().to(dtype)
