# caught-by: takes_negative_dims
# mistake: You seem to take every negative `end_dim` for the last dimension.
# mistake[zh-CN]: 你似乎把任何负的 `end_dim` 都当成了最后一维。
"""A negative end means the last dimension."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start = start_dim % x.dim()
    end = end_dim if end_dim >= 0 else x.dim() - 1
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    return x.reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
