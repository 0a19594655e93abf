# caught-by: copies
# mistake: You seem to copy only arrays that are not contiguous.
# mistake[zh-CN]: 你似乎只复制了不连续的数组。
"""ascontiguousarray copies only if it must."""

import numpy as np
import torch


def to_torch(arr, share):
    return torch.from_numpy(arr if share else np.ascontiguousarray(arr))
