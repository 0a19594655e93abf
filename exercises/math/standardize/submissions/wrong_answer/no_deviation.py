# caught-by: standardises_columns_and_rows
# mistake: You do not seem to divide by the deviation.
# mistake[zh-CN]: 你似乎没有除以标准差。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return x - mean
