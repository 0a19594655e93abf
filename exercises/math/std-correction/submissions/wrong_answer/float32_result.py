# caught-by: keeps_the_dtype
# mistake: float64 input gives a float32 result.
# mistake[zh-CN]: 输入为 float64 时，结果成了 float32。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt().float()
