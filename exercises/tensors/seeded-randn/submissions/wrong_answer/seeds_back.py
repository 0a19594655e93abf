# caught-by: leaves_the_global_state_alone
# mistake: You seem to seed the global generator again after use; that does not bring its state back.
# mistake[zh-CN]: 你似乎在用完之后重新给全局生成器设种子；这并不能恢复它的状态。
"""The old seed again, but the stream begins anew."""

import torch


def init_weight(out_features, in_features, seed):
    old = torch.initial_seed()
    torch.manual_seed(seed)
    w = torch.randn(out_features, in_features)
    torch.manual_seed(old)
    return w
