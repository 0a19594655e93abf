# caught-by: copies
# mistake: You seem to share the memory of the array, as `torch.Tensor(array)` does.
# mistake[zh-CN]: 你的结果似乎与数组共享内存，`torch.Tensor(array)` 就会这样。
"""torch.Tensor, which is float32 always, but shares the memory of a float32 array."""

import numpy as np
import torch


def to_features(rows, requires_grad=False):
    if isinstance(rows, np.ndarray) and rows.dtype != np.float32:
        rows = rows.astype(np.float32)
    return torch.Tensor(rows).requires_grad_(requires_grad)
