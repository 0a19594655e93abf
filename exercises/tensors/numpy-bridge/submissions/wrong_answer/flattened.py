# caught-by: keeps_dtype_and_values
# mistake: You seem to flatten the array.
# mistake[zh-CN]: 你似乎把数组展平了。
"""One dimension."""

import torch


def to_torch(arr, share):
    return torch.from_numpy(arr.reshape(-1) if share else arr.flatten())
