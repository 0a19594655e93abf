# caught-by: shares_views
# mistake: You seem to make a contiguous copy of slices and transposes where memory should be shared.
# mistake[zh-CN]: 在应当共享内存时，你似乎为切片和转置做了连续的副本。
"""ascontiguousarray before sharing."""

import numpy as np
import torch


def to_torch(arr, share):
    return torch.from_numpy(np.ascontiguousarray(arr) if share else arr.copy())
