# caught-by: is_standard_normal
# mistake: You seem to draw uniform numbers.
# mistake[zh-CN]: 你抽取的似乎是均匀分布的数。
"""Uniform, shifted and scaled to mean 0 and deviation 1."""

import torch


def init_weight(out_features, in_features, seed):
    u = torch.rand(out_features, in_features, generator=torch.Generator().manual_seed(seed))
    return (u - 0.5) * 12**0.5
