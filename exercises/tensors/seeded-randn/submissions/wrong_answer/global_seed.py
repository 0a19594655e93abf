# caught-by: leaves_the_global_state_alone
# mistake: You seem to seed the global generator.
# mistake[zh-CN]: 你似乎给全局生成器设置了种子。
"""torch.manual_seed."""

import torch


def init_weight(out_features, in_features, seed):
    torch.manual_seed(seed)
    return torch.randn(out_features, in_features)
