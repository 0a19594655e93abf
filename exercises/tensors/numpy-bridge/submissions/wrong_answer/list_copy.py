# caught-by: keeps_dtype_and_values
# mistake: You seem to copy by way of Python numbers and lose the dtype.
# mistake[zh-CN]: 你似乎经由 Python 的数来复制，丢失了 dtype。
"""tolist forgets the dtype."""

import torch


def to_torch(arr, share):
    return torch.from_numpy(arr) if share else torch.tensor(arr.tolist())
