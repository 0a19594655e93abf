# caught-by: applies_weight_and_bias
# mistake: The bias seems to be used only together with a weight.
# mistake[zh-CN]: 似乎只有给出 weight 时才用 bias。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dims = tuple(range(-len(normalized_shape), 0))
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, correction=0, keepdim=True)
    y = (x - mean) / torch.sqrt(var + eps)
    if weight is not None:
        y = y * weight
    if weight is not None and bias is not None:
        y = y + bias
    return y
