# caught-by: lines_up_on_square_input
# mistake: The deviation seems to broadcast along another axis: `keepdim` is missing.
# mistake[zh-CN]: 标准差似乎沿另一个轴广播了：缺少 `keepdim`。
import torch


def standardize(x, dim, eps=1e-8):
    mean = x.mean(dim=dim, keepdim=True)
    std = x.std(dim=dim, correction=0)
    return (x - mean) / (std + eps)
