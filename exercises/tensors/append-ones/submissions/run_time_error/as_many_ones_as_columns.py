# caught-by: appends_a_column
# mistake: You seem to make as many ones as `x` has columns; it takes as many as it has rows.
# mistake[zh-CN]: 你似乎按 `x` 的列数创建了 1，需要的个数应是行数。
"""Works for square x only."""

import torch


def append_ones(x):
    return torch.cat([x, x.new_ones(x.shape[1], 1)], dim=1)
