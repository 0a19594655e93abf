# caught-by: follows_the_device
# mistake: You seem to create a tensor on the CPU.
# mistake[zh-CN]: 你似乎在 CPU 上创建了张量。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return (x - mean) / (std + torch.full((1,), eps, dtype=x.dtype))
