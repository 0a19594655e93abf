import torch


def standardize(x, dim, eps=1e-8):
    var, mean = torch.var_mean(x, dim, unbiased=False, keepdim=True)
    return (x - mean) * torch.rsqrt(var + eps)
