# caught-by: refuses_bad_indices
# mistake: You seem to ignore indices that are too large.
# mistake[zh-CN]: 你似乎忽略了过大的下标。
"""Indices above D - 1 are left out."""

import torch


def take_columns(x, idx):
    if (idx < 0).any():
        raise IndexError
    return torch.index_select(x, 1, idx[idx < x.shape[1]])
