# caught-by: shares_with_the_array
# mistake: You seem to copy always.
# mistake[zh-CN]: 你似乎总是复制。
"""share is ignored."""

import torch


def to_torch(arr, share):
    return torch.from_numpy(arr.copy())
