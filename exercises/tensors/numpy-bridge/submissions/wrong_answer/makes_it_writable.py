# caught-by: copies_read_only_arrays
# mistake: You seem to make the caller's read-only array writable.
# mistake[zh-CN]: 你似乎把调用者的只读数组变成了可写的。
"""Lifts the write protection of the caller's array."""

import torch


def to_torch(arr, share):
    if not arr.flags.writeable:
        arr.flags.writeable = True
    return torch.from_numpy(arr if share else arr.copy())
