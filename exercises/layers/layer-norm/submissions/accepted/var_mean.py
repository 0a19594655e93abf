import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    axes = list(range(x.ndim - len(normalized_shape), x.ndim))
    var, mean = torch.var_mean(x, axes, unbiased=False, keepdim=True)
    out = (x - mean) * (var + eps) ** -0.5
    if weight is None:
        weight = torch.ones_like(x[(0,) * (x.ndim - len(normalized_shape))]) if x.numel() else 1
    out = out * weight
    return out if bias is None else out + bias
