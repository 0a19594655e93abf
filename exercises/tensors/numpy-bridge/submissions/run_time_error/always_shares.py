# caught-by: copies
# mistake: You seem to share the memory always.
# mistake[zh-CN]: 你似乎总是共享内存。
"""share is ignored."""

import torch


def to_torch(arr, share):
    return torch.from_numpy(arr)
