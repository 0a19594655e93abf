# caught-by: normalises_several_dimensions
# mistake: You seem to normalise one dimension after another.
# mistake[zh-CN]: 你似乎逐维依次做了归一化。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dims = tuple(range(-len(normalized_shape), 0))
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, correction=0, keepdim=True)
    y = x
    for d in dims:
        y = (y - y.mean(d, keepdim=True)) / torch.sqrt(y.var(d, correction=0, keepdim=True) + eps)
    if weight is not None:
        y = y * weight
    if bias is not None:
        y = y + bias
    return y
