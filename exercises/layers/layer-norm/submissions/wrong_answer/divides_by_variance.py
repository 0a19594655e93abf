# caught-by: normalises_the_last_dimension
# mistake: You seem to divide by the variance.
# mistake[zh-CN]: 你似乎除以了方差。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dims = tuple(range(-len(normalized_shape), 0))
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, correction=0, keepdim=True)
    y = (x - mean) / (var + eps)
    if weight is not None:
        y = y * weight
    if bias is not None:
        y = y + bias
    return y
