# caught-by: keeps_the_dtype
# mistake: The result seems to be float32, whatever `x` is.
# mistake[zh-CN]: 无论 `x` 是什么类型，结果似乎总是 float32。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return ((x - mean) / (std + eps)).float()
