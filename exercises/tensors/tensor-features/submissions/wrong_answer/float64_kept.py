# caught-by: takes_arrays
# mistake: You seem to keep the dtype of floating-point arrays.
# mistake[zh-CN]: 你似乎保留了浮点数组原来的 dtype。
"""Converts integers only."""

import torch


def to_features(rows, requires_grad=False):
    x = torch.tensor(rows)
    if not x.is_floating_point():
        x = x.float()
    return x.requires_grad_(requires_grad)
