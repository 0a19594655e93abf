# caught-by: sends_the_gradient_back
# mistake: The result seems to be cut off from the graph of x.
# mistake[zh-CN]: 结果似乎与 x 的计算图断开了。
import math

import torch


@torch.no_grad()
def flatten(x, start_dim=0, end_dim=-1):
    if x.dim() == 0:
        return x.reshape(1)
    start, end = start_dim % x.dim(), end_dim % x.dim()
    if start > end:
        raise ValueError(f"start_dim {start_dim} lies behind end_dim {end_dim}")
    shape = tuple(x.shape)
    return x.reshape(*shape[:start], math.prod(shape[start : end + 1]), *shape[end + 1 :])
