# caught-by: has_the_shape
# mistake: Your shape seems to be (in_features, out_features).
# mistake[zh-CN]: 你的形状似乎是 (in_features, out_features)。
"""Transposed."""

import torch


def init_weight(out_features, in_features, seed):
    return torch.randn(in_features, out_features, generator=torch.Generator().manual_seed(seed))
