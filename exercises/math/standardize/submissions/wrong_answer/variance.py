# caught-by: standardises_columns_and_rows
# mistake: You seem to divide by the variance, not by its root.
# mistake[zh-CN]: 你似乎除以了方差，而不是它的平方根。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.var(dim=dim, correction=0, keepdim=True)
    return (x - mean) / (std + eps)
