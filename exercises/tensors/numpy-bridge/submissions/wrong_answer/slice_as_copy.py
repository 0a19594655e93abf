# caught-by: copies
# mistake: You seem to take a slice for a copy.
# mistake[zh-CN]: 你似乎把切片当成了副本。
"""arr[:] is a view."""

import numpy as np
import torch


def to_torch(arr, share):
    if not share:
        arr = arr[:] if min(arr.strides) >= 0 and arr.flags.writeable else np.array(arr)
    return torch.from_numpy(arr)
