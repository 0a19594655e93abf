# caught-by: is_standard_normal
# mistake: You seem to scale the weights by their number, as an initialisation for training would.
# mistake[zh-CN]: 你似乎按权重的个数做了缩放，就像训练用的初始化那样。
"""Divided by the root of in_features."""

import torch


def init_weight(out_features, in_features, seed):
    w = torch.randn(out_features, in_features, generator=torch.Generator().manual_seed(seed))
    return w / in_features**0.5
