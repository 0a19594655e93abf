# caught-by: makes_a_leaf
# mistake: You seem to clone after requiring gradients: the result is no leaf.
# mistake[zh-CN]: 你似乎先要求梯度、再 clone：结果就不是叶子了。
"""The copy is made last."""

import torch


def to_features(rows, requires_grad=False):
    x = torch.as_tensor(rows, dtype=torch.float32)
    if requires_grad:
        x = x.detach().requires_grad_()
    return x.clone()
