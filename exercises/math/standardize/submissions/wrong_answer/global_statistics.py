# caught-by: standardises_columns_and_rows
# mistake: You seem to take one mean and one deviation of all elements.
# mistake[zh-CN]: 你似乎对所有元素只求了一个均值和一个标准差。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean()
    std = x.std(correction=0)
    return (x - mean) / (std + eps)
