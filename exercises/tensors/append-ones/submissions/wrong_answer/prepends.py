# caught-by: appends_a_column
# mistake: You seem to put the ones first.
# mistake[zh-CN]: 你似乎把 1 放在了最前面。
"""The ones stand on the left."""

import torch


def append_ones(x):
    return torch.cat([x.new_ones(len(x), 1), x], dim=1)
