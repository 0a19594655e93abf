# caught-by: is_standard_normal
# mistake: You seem to draw uniform numbers.
# mistake[zh-CN]: 你抽取的似乎是均匀分布的数。
"""torch.rand."""

import torch


def init_weight(out_features, in_features, seed):
    return torch.rand(out_features, in_features, generator=torch.Generator().manual_seed(seed))
