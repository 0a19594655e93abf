# caught-by: flattens_the_range
# mistake: You seem to leave out `end_dim`; it belongs to the range.
# mistake[zh-CN]: 你似乎没有包括 `end_dim`；它属于这段范围。
"""The end as in a slice, unless it is the last dimension."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    if start < end < x.dim() - 1:
        end -= 1
    return x.reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
