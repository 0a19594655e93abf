# caught-by: takes_an_empty_idx
# mistake: Your result for an empty `idx` seems to have another shape than (N, 0).
# mistake[zh-CN]: `idx` 为空时，你的结果形状似乎不是 (N, 0)。
"""An empty vector."""

import torch


def take_columns(x, idx):
    if len(idx) == 0:
        return x.new_empty(0)
    return torch.index_select(x, 1, idx)
