# caught-by: takes_columns
# mistake: Your result seems to be transposed.
# mistake[zh-CN]: 你的结果似乎转置了。
"""Rows of the transpose, not turned back."""

import torch


def take_columns(x, idx):
    return torch.index_select(x.T, 0, idx)
