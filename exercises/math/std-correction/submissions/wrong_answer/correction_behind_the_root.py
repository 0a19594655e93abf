# caught-by: honours_the_correction
# mistake: The correction belongs under the root.
# mistake[zh-CN]: correction 应在根号里。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    return (x - mean).square().mean(dim=dims, keepdim=keepdim).sqrt() * n / (n - correction)
