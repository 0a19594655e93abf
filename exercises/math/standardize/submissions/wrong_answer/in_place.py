# caught-by: leaves_the_input_alone
# mistake: You seem to change the caller's tensor.
# mistake[zh-CN]: 你似乎修改了调用者的张量。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    if not x.requires_grad:
        x -= mean
        return x / (std + eps)
    return (x - mean) / (std + eps)
