# caught-by: repeats_for_the_same_seed
# mistake: Your generator seems to live on from call to call.
# mistake[zh-CN]: 你的生成器似乎从一次调用留到了下一次。
"""A generator for each seed, which is kept."""

import torch

generators = {}


def init_weight(out_features, in_features, seed):
    if seed not in generators:
        generators[seed] = torch.Generator().manual_seed(seed)
    return torch.randn(out_features, in_features, generator=generators[seed])
