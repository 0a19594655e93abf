# caught-by: takes_no_rows
# mistake: You seem to lose the shape of an input without rows.
# mistake[zh-CN]: 输入一行也没有时，你似乎弄错了形状。
"""Every empty input gives shape (0, 0)."""

import torch


def to_features(rows, requires_grad=False):
    if len(rows) == 0:
        return torch.empty(0, 0, requires_grad=requires_grad)
    return torch.tensor(rows, dtype=torch.float32, requires_grad=requires_grad)
