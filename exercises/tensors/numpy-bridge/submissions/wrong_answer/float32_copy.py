# caught-by: keeps_dtype_and_values
# mistake: You seem to convert the array to float32.
# mistake[zh-CN]: 你似乎把数组转成了 float32。
"""Everything float32."""

import numpy as np
import torch


def to_torch(arr, share):
    if share:
        return torch.from_numpy(arr)
    return torch.from_numpy(arr.astype(np.float32))
