# caught-by: is_standard_normal
# mistake: All columns of your weights seem to be the same.
# mistake[zh-CN]: 你的权重似乎每一列都相同。
"""One column, repeated."""

import torch


def init_weight(out_features, in_features, seed):
    column = torch.randn(out_features, 1, generator=torch.Generator().manual_seed(seed))
    return column.repeat(1, in_features)
