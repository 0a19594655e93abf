# caught-by: keeps_order_and_repeats
# mistake: You seem to select by a mask, which knows no order and no repeats.
# mistake[zh-CN]: 你似乎用掩码来选取，它不记录顺序和重复。
"""A mask of the columns."""

import torch


def take_columns(x, idx):
    if ((idx < 0) | (idx >= x.shape[1])).any():
        raise IndexError
    mask = torch.zeros(x.shape[1], dtype=torch.bool, device=x.device)
    mask[idx] = True
    return x[:, mask]
