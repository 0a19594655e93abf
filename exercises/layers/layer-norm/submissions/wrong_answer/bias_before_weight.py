# caught-by: applies_weight_and_bias
# mistake: You seem to add the bias before the weight multiplies.
# mistake[zh-CN]: 你似乎先加 bias 再乘 weight。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dims = tuple(range(-len(normalized_shape), 0))
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, correction=0, keepdim=True)
    y = (x - mean) / torch.sqrt(var + eps)
    if bias is not None:
        y = y + bias
    if weight is not None:
        y = y * weight
    return y
