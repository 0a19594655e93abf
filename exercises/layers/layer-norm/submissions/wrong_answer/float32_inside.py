# caught-by: keeps_the_dtype
# mistake: You seem to compute in float32.
# mistake[zh-CN]: 你似乎用 float32 做了计算。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dtype, x = x.dtype, x.float()
    dims = tuple(range(-len(normalized_shape), 0))
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, correction=0, keepdim=True)
    y = (x - mean) / torch.sqrt(var + eps)
    if weight is not None:
        y = y * weight
    if bias is not None:
        y = y + bias
    return y.to(dtype)
