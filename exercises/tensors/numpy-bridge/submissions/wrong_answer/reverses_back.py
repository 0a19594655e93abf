# caught-by: copies_reversed_arrays
# mistake: You seem to undo the reversal, and with it the order of the values.
# mistake[zh-CN]: 你似乎把反向的数组又倒了回来，值的顺序也跟着变了。
"""Turns axes of negative stride round."""

import torch


def to_torch(arr, share):
    if share:
        return torch.from_numpy(arr)
    steps = tuple(slice(None, None, -1 if stride < 0 else 1) for stride in arr.strides)
    return torch.from_numpy(arr[steps].copy())
