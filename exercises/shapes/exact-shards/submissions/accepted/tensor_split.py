"""torch's own."""

import torch


def shards(x, n, dim=0):
    return torch.tensor_split(x, n, dim=dim)
