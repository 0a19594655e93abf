# caught-by: differentiates
# mistake: Nothing is recorded under no_grad.
# mistake[zh-CN]: 在 no_grad 下什么也不会被记录。
import torch


@torch.no_grad()
def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
