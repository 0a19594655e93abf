# caught-by: takes_sizes_of_zero
# mistake: You seem to return a tensor without dimensions as it is; it should get shape (1,).
# mistake[zh-CN]: 你似乎原样返回了没有维度的张量；它应当变成形状 (1,)。
"""Nothing to flatten."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    return x.reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
