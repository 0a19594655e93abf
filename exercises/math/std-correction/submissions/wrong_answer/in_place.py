# caught-by: leaves_the_input_alone
# mistake: You seem to change the caller's tensor.
# mistake[zh-CN]: 你似乎修改了调用者的张量。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=True)
    n = x.numel() if dim is None else x.shape[dim]
    if not x.requires_grad:
        x -= mean
        mean = 0
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
