# caught-by: leaves_the_arguments_alone
# mistake: You seem to change `x` in place.
# mistake[zh-CN]: 你似乎就地修改了 `x`。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dims = tuple(range(-len(normalized_shape), 0))
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, correction=0, keepdim=True)
    x.data -= mean.detach()
    y = x / torch.sqrt(var + eps)
    if weight is not None:
        y = y * weight
    if bias is not None:
        y = y + bias
    return y
