# caught-by: keeps_the_dtype
# mistake: float64 input gives a float32 result.
# mistake[zh-CN]: 输入为 float64 时，结果成了 float32。
import torch


def layer_norm(x, normalized_shape, weight=None, bias=None, eps=1e-5):
    dims = tuple(range(-len(normalized_shape), 0))
    mean = x.mean(dim=dims, keepdim=True)
    var = x.var(dim=dims, correction=0, keepdim=True)
    y = torch.zeros(x.shape, device=x.device)
    y += (x - mean) / torch.sqrt(var + eps)
    if weight is not None:
        y = y * weight
    if bias is not None:
        y = y + bias
    return y
