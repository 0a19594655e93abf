# caught-by: copies_only_if_it_must
# mistake: You seem to copy every tensor that is not contiguous, also where it is not needed.
# mistake[zh-CN]: 你似乎复制了所有不连续的张量，包括不必复制的。
"""contiguous before reshape."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    return x.contiguous().reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
