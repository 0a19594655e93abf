# caught-by: copies_only_if_it_must
# mistake: Your result seems to be a copy always.
# mistake[zh-CN]: 你的结果似乎总是副本。
"""A contiguous clone."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    return x.clone().reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
