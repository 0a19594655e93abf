# caught-by: takes_several_dimensions
# mistake: You seem to standardise along one dimension after the other.
# mistake[zh-CN]: 你似乎逐个维度依次做了标准化。
import torch


def standardize(x, dim, eps=1e-8):
    if isinstance(dim, tuple) and len(dim) > 1:
        return standardize(standardize(x, dim[0], eps), dim[1:], eps)
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0, keepdim=True)
    return (x - mean) / (std + eps)
