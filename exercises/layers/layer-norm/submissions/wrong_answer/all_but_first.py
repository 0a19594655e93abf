# caught-by: normalises_the_last_dimension
# mistake: You seem to normalise over all dimensions but the first, whatever `normalized_shape` says.
# mistake[zh-CN]: 无论 `normalized_shape` 是什么，你似乎总是对除第一维之外的所有维做归一化。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dims = tuple(range(1, x.dim())) or (0,)
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, correction=0, keepdim=True)
    y = (x - mean) / torch.sqrt(var + eps)
    if weight is not None:
        y = y * weight
    if bias is not None:
        y = y + bias
    return y
