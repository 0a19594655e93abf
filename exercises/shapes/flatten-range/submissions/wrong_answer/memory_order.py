# caught-by: takes_other_layouts
# mistake: Your elements seem to come in the order of memory.
# mistake[zh-CN]: 你的元素似乎是按内存中的顺序排列的。
"""as_strided over the memory of a permuted tensor."""

import math


def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    if x.numel() and x.untyped_storage().nbytes() == x.numel() * x.element_size():
        x = x.as_strided(shape, [math.prod(shape[i + 1 :]) for i in range(len(shape))])
    return x.reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
