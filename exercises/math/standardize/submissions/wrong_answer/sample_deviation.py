# caught-by: standardises_columns_and_rows
# mistake: You seem to divide by n - 1 in the deviation.
# mistake[zh-CN]: 标准差里你似乎除以了 n - 1。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, keepdim=True)
    return (x - mean) / (std + eps)
