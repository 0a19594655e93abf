# caught-by: honours_the_correction
# mistake: Every correction but 0 seems to count as 1.
# mistake[zh-CN]: 除 0 以外的 correction 似乎都当成了 1。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - bool(correction))).sqrt()
