# caught-by: takes_an_empty_idx
# mistake: You seem to stack the columns one by one, which fails if there are none.
# mistake[zh-CN]: 你似乎逐列堆叠，一列也没有时就会报错。
"""A stack of columns."""

import torch


def take_columns(x, idx):
    return torch.stack([x.select(1, i) for i in idx.tolist() if i >= 0 or 1 / 0], dim=1)
