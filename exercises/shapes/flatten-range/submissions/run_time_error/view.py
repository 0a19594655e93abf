# caught-by: takes_other_layouts
# mistake: You seem to use `view`, which fails where elements have to be moved.
# mistake[zh-CN]: 你似乎用了 `view`，需要移动元素时它会报错。
"""view instead of reshape."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    return x.view(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
