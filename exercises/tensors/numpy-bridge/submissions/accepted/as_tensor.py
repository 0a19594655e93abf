"""as_tensor shares, np.array copies."""

import numpy as np
import torch


def to_torch(arr, share):
    if share:
        return torch.as_tensor(arr)
    return torch.as_tensor(np.array(arr))
