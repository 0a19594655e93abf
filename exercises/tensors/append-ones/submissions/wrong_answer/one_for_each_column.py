# caught-by: appends_a_column
# mistake: You seem to append as many columns as `x` has.
# mistake[zh-CN]: 你追加的列数似乎与 `x` 的列数相同。
"""As many ones as x has elements."""

import torch


def append_ones(x):
    return torch.cat([x, torch.ones_like(x)], dim=1)
