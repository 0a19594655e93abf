# caught-by: keeps_the_dtype
# mistake: You seem to compute in float32.
# mistake[zh-CN]: 你似乎用 float32 做了计算。
import torch


def standardize(x, dim, eps=1e-8):
    dtype, x = x.dtype, x.float()
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return ((x - mean) / (std + eps)).to(dtype)
