# caught-by: passes_nan_on
# mistake: You seem to keep what is above 0; NaN is not, so it becomes 0.
# mistake[zh-CN]: 你似乎只保留大于 0 的元素；NaN 不大于 0，于是变成了 0。
import torch


def relu(x):
    return torch.where(x > 0, x, torch.zeros_like(x))
