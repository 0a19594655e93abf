# caught-by: repeats_for_the_same_seed
# mistake: You seem to make a generator and draw from the global one.
# mistake[zh-CN]: 你似乎建了生成器，却仍从全局生成器里抽取。
"""generator= is missing."""

import torch


def init_weight(out_features, in_features, seed):
    generator = torch.Generator()
    generator.manual_seed(seed)
    return torch.randn(out_features, in_features)
