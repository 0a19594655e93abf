"""The copy is made of Python numbers, in the dtype that from_numpy would choose."""

import numpy as np
import torch


def to_torch(arr, share):
    if share:
        return torch.from_numpy(arr)
    dtype = torch.from_numpy(np.zeros(1, dtype=arr.dtype)).dtype
    return torch.tensor(arr.tolist(), dtype=dtype).reshape(arr.shape)
