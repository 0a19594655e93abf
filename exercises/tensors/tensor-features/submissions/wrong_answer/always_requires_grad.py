# caught-by: requires_none_by_default
# mistake: Your features seem to require gradients always.
# mistake[zh-CN]: 你的特征似乎总是需要梯度。
"""requires_grad=True, whatever was asked."""

import torch


def to_features(rows, requires_grad=False):
    if not len(rows) or hasattr(rows, "dtype"):
        return torch.tensor(rows, dtype=torch.float32, requires_grad=requires_grad)
    return torch.tensor(rows, dtype=torch.float32, requires_grad=True)
