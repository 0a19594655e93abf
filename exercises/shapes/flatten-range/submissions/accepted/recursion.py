"""Everything before the range is left to the last step."""

import numpy as np


def flatten(x, start_dim=0, end_dim=-1):
    d = max(x.ndim, 1)
    if start_dim < 0:
        return flatten(x, start_dim + d, end_dim)
    if end_dim < 0:
        return flatten(x, start_dim, end_dim + d)
    if start_dim > end_dim:
        raise ValueError("empty range")
    middle = int(np.prod(x.shape[start_dim : end_dim + 1], dtype=int))
    return x.reshape(list(x.shape[:start_dim]) + [middle] + list(x.shape[end_dim + 1 :]))
