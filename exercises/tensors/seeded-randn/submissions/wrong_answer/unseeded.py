# caught-by: repeats_for_the_same_seed
# mistake: You seem not to use the seed.
# mistake[zh-CN]: 你似乎没有用到种子。
"""A fresh generator with a seed of chance."""

import torch


def init_weight(out_features, in_features, seed):
    generator = torch.Generator()
    generator.seed()
    return torch.randn(out_features, in_features, generator=generator)
