# caught-by: differentiates
# mistake: The gradient does not seem to reach `x`.
# mistake[zh-CN]: 梯度似乎传不到 `x`。
import torch


def standardize(x, dim, eps=1e-8):
    x = x.detach()
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return (x - mean) / (std + eps)
