# caught-by: flattens_everything
# mistake: Your default for `start_dim` seems to be 1.
# mistake[zh-CN]: 你的 `start_dim` 默认值似乎是 1。
"""The default of nn.Flatten."""

import math


def flatten(x, start_dim=None, end_dim=-1):
    if start_dim is None:
        start_dim = 1 if x.dim() > 1 else 0
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    return x.reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
