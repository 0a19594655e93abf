# caught-by: standardises_columns_and_rows
# mistake: You seem to use dimension 0, whatever `dim` is.
# mistake[zh-CN]: 无论 `dim` 是多少，你似乎都用第 0 维。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=0, keepdim=True)
    std = x.std(dim=0, correction=0, keepdim=True)
    return (x - mean) / (std + eps)
