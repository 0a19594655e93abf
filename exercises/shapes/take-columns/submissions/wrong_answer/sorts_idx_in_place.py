# caught-by: leaves_the_arguments_alone
# mistake: You seem to change the caller's `idx`.
# mistake[zh-CN]: 你似乎改动了调用者的 `idx`。
"""Sorts idx itself, and puts the columns back into order afterwards."""

import torch


def take_columns(x, idx):
    order = idx.argsort(stable=True)
    idx.copy_(idx[order])
    return torch.index_select(x, 1, idx)[:, order.argsort()]
