# caught-by: copies
# mistake: You seem to copy only where gradients are required.
# mistake[zh-CN]: 你似乎只在需要梯度时才复制。
"""A copy only for requires_grad."""

import torch


def to_features(rows, requires_grad=False):
    x = torch.as_tensor(rows, dtype=torch.float32)
    if requires_grad:
        x = x.clone().requires_grad_()
    return x
