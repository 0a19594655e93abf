# caught-by: differentiates
# mistake: The gradient does not seem to go through mean and deviation.
# mistake[zh-CN]: 梯度似乎没有经过均值和标准差。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    mean, std = mean.detach(), std.detach()
    return (x - mean) / (std + eps)
