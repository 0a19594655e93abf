# caught-by: differs_for_another_seed
# mistake: You seem to use the same seed always.
# mistake[zh-CN]: 你似乎总是用同一个种子。
"""The generator's default seed."""

import torch


def init_weight(out_features, in_features, seed):
    return torch.randn(out_features, in_features, generator=torch.Generator())
