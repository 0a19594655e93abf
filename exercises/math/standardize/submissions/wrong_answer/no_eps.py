# caught-by: handles_constant_values
# mistake: You seem to divide by 0 where all values are equal.
# mistake[zh-CN]: 所有值都相等时你似乎除以了 0。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return (x - mean) / std
