# caught-by: copies_reversed_arrays
# mistake: You seem to call `torch.from_numpy` before you copy, and it refuses negative strides.
# mistake[zh-CN]: 你似乎先 `torch.from_numpy` 再复制，而它不接受负步幅。
"""from_numpy first, clone afterwards."""

import torch


def to_torch(arr, share):
    t = torch.from_numpy(arr)
    return t if share else t.clone()
