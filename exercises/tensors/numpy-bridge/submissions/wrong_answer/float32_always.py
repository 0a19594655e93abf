# caught-by: keeps_dtype_and_values
# mistake: You seem to convert to float32 where memory should be shared.
# mistake[zh-CN]: 在应当共享内存时，你似乎转成了 float32。
"""as_tensor with a dtype."""

import torch


def to_torch(arr, share):
    if share:
        return torch.as_tensor(arr, dtype=torch.float32)
    return torch.from_numpy(arr.copy())
