# caught-by: takes_lists
# mistake: You seem to return all numbers in one dimension.
# mistake[zh-CN]: 你似乎把所有的数放进了一个维度。
"""One long vector."""

import torch


def to_features(rows, requires_grad=False):
    return torch.tensor(rows, dtype=torch.float32).flatten().requires_grad_(requires_grad)
