# caught-by: copies
# mistake: You seem to share the memory of the array; `np.asarray` copies only if it must.
# mistake[zh-CN]: 你的结果似乎与数组共享内存；`np.asarray` 只在必要时才复制。
"""asarray and from_numpy: no copy of a float32 array."""

import numpy as np
import torch


def to_features(rows, requires_grad=False):
    return torch.from_numpy(np.asarray(rows, dtype=np.float32)).requires_grad_(requires_grad)
