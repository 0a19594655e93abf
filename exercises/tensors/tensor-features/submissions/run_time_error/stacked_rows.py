# caught-by: takes_no_rows
# mistake: You seem to stack the rows one by one, which fails if there are none.
# mistake[zh-CN]: 你似乎逐行堆叠，一行也没有时就会报错。
"""A tensor for each row, then stack."""

import torch


def to_features(rows, requires_grad=False):
    return torch.stack([torch.tensor(row, dtype=torch.float32) for row in rows]).requires_grad_(requires_grad)
