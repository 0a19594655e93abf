# caught-by: copies_reversed_arrays
# mistake: You seem to copy in torch, which refuses negative strides.
# mistake[zh-CN]: 你似乎在 torch 里复制，而 torch 不接受负步幅。
"""torch.tensor for the copy."""

import torch


def to_torch(arr, share):
    return torch.from_numpy(arr) if share else torch.tensor(arr)
