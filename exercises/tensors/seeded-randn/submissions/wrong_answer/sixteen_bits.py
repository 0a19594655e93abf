# caught-by: differs_for_another_seed
# mistake: You seem to use a part of the seed only.
# mistake[zh-CN]: 你似乎只用了种子的一部分。
"""The lower bits."""

import torch


def init_weight(out_features, in_features, seed):
    return torch.randn(out_features, in_features, generator=torch.Generator().manual_seed(seed & 0xFFFF))
