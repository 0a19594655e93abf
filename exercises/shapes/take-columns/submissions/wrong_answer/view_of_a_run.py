# caught-by: returns_a_copy
# mistake: Your result seems to be a view of `x` if the indices follow one another.
# mistake[zh-CN]: 下标连续时，你的结果似乎是 `x` 的视图。
"""narrow where it can."""

import torch


def take_columns(x, idx):
    if len(idx) and (idx.diff() == 1).all() and idx[0] >= 0:
        return x.narrow(1, int(idx[0]), len(idx))
    return torch.index_select(x, 1, idx)
