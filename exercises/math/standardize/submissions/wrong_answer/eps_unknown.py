# caught-by: handles_constant_values
# mistake: Your function does not seem to have the argument `eps`.
# mistake[zh-CN]: 你的函数似乎没有参数 `eps`。
import torch


def standardize(x, dim):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return (x - mean) / (std + 1e-8)
