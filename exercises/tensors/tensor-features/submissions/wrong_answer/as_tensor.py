# caught-by: copies
# mistake: You seem to share the memory of the array, as `torch.as_tensor` does.
# mistake[zh-CN]: 你的结果似乎与数组共享内存，`torch.as_tensor` 就会这样。
"""as_tensor copies only if it must."""

import torch


def to_features(rows, requires_grad=False):
    return torch.as_tensor(rows, dtype=torch.float32).requires_grad_(requires_grad)
