# caught-by: standardises_columns_and_rows
# mistake: You seem to take the statistics along the other dimensions.
# mistake[zh-CN]: 你似乎沿另外的维度求了统计量。
import torch


def standardize(x, dim, eps=1e-8):
    dims = [dim] if isinstance(dim, int) else dim
    dim = tuple(d for d in range(x.ndim) if d not in [e % x.ndim for e in dims]) or (0,)
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return (x - mean) / (std + eps)
