# caught-by: refuses_bad_indices
# mistake: Indices out of range seem to wrap around.
# mistake[zh-CN]: 越界的下标似乎会绕回来。
"""Modulo D."""

import torch


def take_columns(x, idx):
    return torch.index_select(x, 1, idx % x.shape[1])
