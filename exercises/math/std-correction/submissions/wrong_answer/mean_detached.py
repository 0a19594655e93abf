# caught-by: differentiates
# mistake: The mean is detached; for a correction of 0 or 1 the gradient along it happens to vanish, elsewhere it is cut.
# mistake[zh-CN]: 结果被 detach 了：梯度没有传到 x。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x.detach() - mean.detach() + 0 * x).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
