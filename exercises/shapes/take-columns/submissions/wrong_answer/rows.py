# caught-by: takes_columns
# mistake: You seem to select rows.
# mistake[zh-CN]: 你选取的似乎是行。
"""Dimension 0."""

import torch


def take_columns(x, idx):
    return torch.index_select(x, 0, idx)
