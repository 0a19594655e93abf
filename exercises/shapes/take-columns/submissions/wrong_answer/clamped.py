# caught-by: refuses_bad_indices
# mistake: You seem to replace indices out of range by the nearest column.
# mistake[zh-CN]: 你似乎把越界的下标换成了最近的列。
"""clamp."""

import torch


def take_columns(x, idx):
    return torch.index_select(x, 1, idx.clamp(0, x.shape[1] - 1))
