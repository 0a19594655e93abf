# caught-by: keeps_precision_far_from_zero
# mistake: You seem to compute the variance as E[x^2] - E[x]^2.
# mistake[zh-CN]: 你似乎用 E[x^2] - E[x]^2 计算方差。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dims = tuple(range(-len(normalized_shape), 0))
    d = x - x.mean(dims, keepdim=True)
    y = d / torch.sqrt(((x * x).mean(dims, keepdim=True) - x.mean(dims, keepdim=True) ** 2) + eps)
    if weight is not None:
        y = y * weight
    if bias is not None:
        y = y + bias
    return y
