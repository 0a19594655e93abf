# caught-by: takes_several_dimensions
# mistake: Your function does not seem to take a tuple of dimensions.
# mistake[zh-CN]: 你的函数似乎不接收由多个维度组成的元组。
import torch


def standardize(x, dim, eps=1e-8):
    dim = dim % x.ndim
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return (x - mean) / (std + eps)
