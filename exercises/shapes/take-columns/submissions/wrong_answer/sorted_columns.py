# caught-by: keeps_order_and_repeats
# mistake: Your columns seem to come in the order of `x`.
# mistake[zh-CN]: 你的列似乎是按 `x` 中的顺序排列的。
"""Sorted indices."""

import torch


def take_columns(x, idx):
    return torch.index_select(x, 1, idx.sort().values)
