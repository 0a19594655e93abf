# caught-by: refuses_bad_indices
# mistake: You seem to compare the indices with the number of rows, and to take from the flat memory.
# mistake[zh-CN]: 你似乎拿下标与行数比较，并从展平的内存中取值。
"""Positions in the flat matrix, which run on into the next row."""

import torch


def take_columns(x, idx):
    if (idx < 0).any():
        raise IndexError
    n, d = x.shape
    places = torch.arange(n, device=x.device)[:, None] * d + idx
    return x.flatten()[places.clamp(max=n * d - 1)]
