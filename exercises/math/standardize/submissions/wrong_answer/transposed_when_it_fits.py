# caught-by: lines_up_on_square_input
# mistake: On square input, the statistics seem to line up with the wrong axis.
# mistake[zh-CN]: 输入为方阵时，统计量似乎与错误的轴对齐了。
import torch


def standardize(x, dim, eps=1e-8):
    mean, std = x.mean(dim=dim), x.std(dim=dim, correction=0)
    try:
        return (x - mean) / (std + eps)
    except RuntimeError:
        dims = (dim,) if isinstance(dim, int) else dim
        for d in sorted(d % x.ndim for d in dims):
            mean, std = mean.unsqueeze(d), std.unsqueeze(d)
        return (x - mean) / (std + eps)
