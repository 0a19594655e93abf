"""The array protocol for sharing; a contiguous array of its own for copying."""

import numpy as np
import torch


def to_torch(arr, share):
    if share and arr.dtype != bool:
        return torch.from_dlpack(arr)
    if share:
        return torch.from_numpy(arr)
    return torch.tensor(np.ascontiguousarray(arr))
