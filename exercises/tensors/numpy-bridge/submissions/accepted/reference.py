"""from_numpy, of the array or of its copy."""

import torch


def to_torch(arr, share):
    return torch.from_numpy(arr if share else arr.copy())
