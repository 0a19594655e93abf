# caught-by: flattens_everything
# mistake: You seem to compare the dims as they are given: the default end, -1, is smaller than every start.
# mistake[zh-CN]: 你似乎直接比较给定的维度：默认的终点 -1 比任何起点都小。
"""Compared before they are made non-negative."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start_dim > end_dim:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    return x.reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
