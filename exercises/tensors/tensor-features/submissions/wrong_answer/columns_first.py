# caught-by: takes_lists
# mistake: You seem to transpose the rows.
# mistake[zh-CN]: 你似乎把行转置了。
"""Features by column."""

import torch


def to_features(rows, requires_grad=False):
    return torch.tensor(rows, dtype=torch.float32).T.clone().requires_grad_(requires_grad)
