# caught-by: makes_a_leaf
# mistake: You seem to ignore `requires_grad`.
# mistake[zh-CN]: 你似乎没有用到 `requires_grad`。
"""The argument is not used."""

import torch


def to_features(rows, requires_grad=False):
    return torch.tensor(rows, dtype=torch.float32)
