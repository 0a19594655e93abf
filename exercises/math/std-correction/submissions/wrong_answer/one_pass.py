# caught-by: survives_a_large_mean
# mistake: E[x²] - E[x]² loses all digits where the mean is large.
# mistake[zh-CN]: 均值很大时，E[x²] - E[x]² 会丢掉所有有效数字。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    mean = x.mean(dim=dims, keepdim=keepdim)
    total = x.square().sum(dim=dims, keepdim=keepdim) - n * mean.square()
    return (total / (n - correction)).sqrt()
