# caught-by: takes_lists
# mistake: You seem to leave the dtype to `torch.tensor`: ints become int64.
# mistake[zh-CN]: 你似乎让 `torch.tensor` 自己决定 dtype：整数会变成 int64。
"""No dtype."""

import torch


def to_features(rows, requires_grad=False):
    x = torch.tensor(rows)
    if requires_grad:
        x = x.float()
    return x.requires_grad_(requires_grad)
