# caught-by: makes_a_leaf
# mistake: You seem to convert after requiring gradients: the result is no leaf.
# mistake[zh-CN]: 你似乎先要求梯度、再转换类型：结果就不是叶子了。
"""float64 requires gradients, and .float() makes another tensor of it."""

import torch


def to_features(rows, requires_grad=False):
    return torch.tensor(rows, dtype=torch.float64, requires_grad=requires_grad).float()
