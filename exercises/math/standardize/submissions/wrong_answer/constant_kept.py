# caught-by: handles_constant_values
# mistake: Constant columns do not seem to become 0.
# mistake[zh-CN]: 常数列似乎没有变成 0。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return torch.where(std > 0, (x - mean) / (std + eps), x)
