# caught-by: takes_no_rows
# mistake: You seem to stack the rows one by one, which fails if there are none.
# mistake[zh-CN]: 你似乎逐行拼接再堆叠，一行也没有时就会报错。
"""Each row with its one, then stacked."""

import torch


def append_ones(x):
    return torch.stack([torch.cat([row, row.new_ones(1)]) for row in x])
