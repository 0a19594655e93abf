# caught-by: standardises_columns_and_rows
# mistake: You seem to divide by the range, not by the standard deviation.
# mistake[zh-CN]: 你似乎除以了极差，而不是标准差。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.amax(dim=dim, keepdim=True) - x.amin(dim=dim, keepdim=True)
    return (x - mean) / (std + eps)
