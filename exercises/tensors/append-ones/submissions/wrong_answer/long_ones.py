# caught-by: keeps_the_dtype
# mistake: You seem to make the ones in int64, which is a larger type than int32.
# mistake[zh-CN]: 你似乎用 int64 创建了 1，而它比 int32 大。
"""Integer ones: they do not change a floating-point dtype, but int32 becomes int64."""

import torch


def append_ones(x):
    ones = torch.ones(x.shape[0], 1, dtype=torch.int64, device=x.device)
    return torch.cat([x, ones], dim=1)
