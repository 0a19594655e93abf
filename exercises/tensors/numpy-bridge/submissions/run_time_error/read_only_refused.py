# caught-by: copies_read_only_arrays
# mistake: You seem to refuse read-only arrays.
# mistake[zh-CN]: 你似乎拒绝了只读的数组。
"""Wants to write."""

import torch


def to_torch(arr, share):
    if not arr.flags.writeable:
        raise ValueError("the array is read-only")
    return torch.from_numpy(arr if share else arr.copy())
