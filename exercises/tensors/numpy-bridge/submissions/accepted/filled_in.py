"""An empty array, filled."""

import numpy as np
import torch


def to_torch(arr, share):
    if not share:
        copy = np.empty(arr.shape, dtype=arr.dtype)
        copy[...] = arr
        arr = copy
    return torch.from_numpy(arr)
