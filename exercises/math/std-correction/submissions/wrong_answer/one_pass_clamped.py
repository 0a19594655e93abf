# caught-by: survives_a_large_mean
# mistake: Clamping hides the NaN; the digits are lost all the same.
# mistake[zh-CN]: 截断掩盖了 NaN，有效数字照样丢了。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    mean = x.mean(dim=dims, keepdim=keepdim)
    total = (x.square().sum(dim=dims, keepdim=keepdim) - n * mean.square()).clamp(min=1e-12)
    return (total / (n - correction)).sqrt()
