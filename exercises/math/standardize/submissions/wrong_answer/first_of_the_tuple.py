# caught-by: takes_several_dimensions
# mistake: You seem to use only the first dimension of a tuple.
# mistake[zh-CN]: 元组里你似乎只用了第一个维度。
import torch


def standardize(x, dim, eps=1e-8):
    dim = dim[0] if isinstance(dim, tuple) else dim
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return (x - mean) / (std + eps)
