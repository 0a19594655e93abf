# caught-by: differentiates
# mistake: No gradient seems to flow through mean and variance.
# mistake[zh-CN]: 梯度似乎没有流经均值和方差。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dims = tuple(range(-len(normalized_shape), 0))
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, correction=0, keepdim=True)
    mean, var = mean.detach(), var.detach()
    y = (x - mean) / torch.sqrt(var + eps)
    if weight is not None:
        y = y * weight
    if bias is not None:
        y = y + bias
    return y
