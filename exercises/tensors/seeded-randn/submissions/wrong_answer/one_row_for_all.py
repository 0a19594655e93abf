# caught-by: is_standard_normal
# mistake: All rows of your weights seem to be the same.
# mistake[zh-CN]: 你的权重似乎每一行都相同。
"""One row, repeated."""

import torch


def init_weight(out_features, in_features, seed):
    row = torch.randn(1, in_features, generator=torch.Generator().manual_seed(seed))
    return row.repeat(out_features, 1)
