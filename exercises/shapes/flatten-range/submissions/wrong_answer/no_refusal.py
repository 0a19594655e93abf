# caught-by: refuses_a_start_behind_the_end
# mistake: You seem to accept a start that lies behind the end.
# mistake[zh-CN]: 你似乎接受了位于终点之后的起点。
"""A start behind the end leaves the shape as it is."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        return x
    shape = tuple(x.shape)
    return x.reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
