# caught-by: takes_negative_dims
# mistake: A negative `start_dim` seems not to work.
# mistake[zh-CN]: `start_dim` 为负时似乎不起作用。
"""Only the end may be negative."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim, end_dim % x.dim()
    if start < 0:
        raise IndexError
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    return x.reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
