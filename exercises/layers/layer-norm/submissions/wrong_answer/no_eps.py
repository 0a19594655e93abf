# caught-by: handles_constant_rows
# mistake: A constant row seems to give NaN.
# mistake[zh-CN]: 常数行似乎得到了 NaN。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dims = tuple(range(-len(normalized_shape), 0))
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, correction=0, keepdim=True)
    y = (x - mean) / torch.sqrt(var)
    if weight is not None:
        y = y * weight
    if bias is not None:
        y = y + bias
    return y
