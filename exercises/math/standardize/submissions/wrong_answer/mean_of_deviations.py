# caught-by: takes_several_dimensions
# mistake: You seem to average the deviations of single dimensions.
# mistake[zh-CN]: 你似乎把各个维度的标准差取了平均。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    dims = dim if isinstance(dim, tuple) else (dim,)
    std = x.std(dim=dims[0], correction=0, keepdim=True)
    std = std.mean(dim=dims, keepdim=True)
    return (x - mean) / (std + eps)
