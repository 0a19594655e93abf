# caught-by: is_accurate_where_it_is_small
# mistake: You seem to subtract from 1 for negative `x`: small results drown in the rounding of 1.
# mistake[zh-CN]: 对负的 `x`，你似乎从 1 去减：很小的结果淹没在 1 的舍入误差里。
import torch


def sigmoid(x):
    negative = x < 0
    size = torch.where(negative, -x, x)
    y = 1 / (1 + torch.exp(-size))
    return torch.where(negative, 1 - y, y)
