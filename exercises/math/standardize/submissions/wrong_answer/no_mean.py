# caught-by: standardises_columns_and_rows
# mistake: You do not seem to subtract the mean.
# mistake[zh-CN]: 你似乎没有减去均值。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return x / (std + eps)
