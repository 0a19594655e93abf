# caught-by: ones_whatever_x_holds
# mistake: You seem to compute the ones from the values of `x`, which fails for infinity and NaN.
# mistake[zh-CN]: 你似乎用 `x` 的值来算出 1，遇到无穷大和 NaN 就会出错。
"""Ones as 0 * x + 1."""

import torch


def append_ones(x):
    return torch.cat([x, x[:, :1] * 0 + 1], dim=1)
