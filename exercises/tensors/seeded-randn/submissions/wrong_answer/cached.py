# caught-by: returns_a_new_tensor
# mistake: You seem to keep results and hand the same tensor out again.
# mistake[zh-CN]: 你似乎保存了结果，并把同一个张量再次交出去。
"""Every result is kept."""

from functools import cache

import torch


@cache
def init_weight(out_features, in_features, seed):
    return torch.randn(out_features, in_features, generator=torch.Generator().manual_seed(seed))
