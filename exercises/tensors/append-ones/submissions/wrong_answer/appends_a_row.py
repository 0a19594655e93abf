# caught-by: appends_a_column
# mistake: You seem to append a row instead of a column.
# mistake[zh-CN]: 你追加的似乎是一行，而不是一列。
"""Joined along dimension 0."""

import torch


def append_ones(x):
    return torch.cat([x, x.new_ones(1, x.shape[1])])
