# caught-by: refuses_a_start_behind_the_end
# mistake: You seem to swap a start and an end that are in the wrong order.
# mistake[zh-CN]: 起点与终点的次序不对时，你似乎把两者交换了。
"""Start and end are put in order."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        start, end = end, start
    shape = tuple(x.shape)
    return x.reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
