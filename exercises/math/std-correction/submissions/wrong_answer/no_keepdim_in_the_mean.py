# caught-by: lines_up_on_square_input
# mistake: The mean lacks keepdim: on a square matrix it lines up with the wrong axis.
# mistake[zh-CN]: 求均值时缺少 keepdim：在方阵上会与错误的轴对齐。
import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    dims = tuple(range(x.dim())) if dim is None else (dim,)
    mean = x.mean(dim=dims, keepdim=x.dim() != 2 or x.shape[0] != x.shape[1] or dim is None)
    n = x.numel() if dim is None else x.shape[dim]
    total = (x - mean).square().sum(dim=dims, keepdim=keepdim)
    return (total / (n - correction)).sqrt()
