# caught-by: takes_lists
# mistake: You seem to make float64, NumPy's default.
# mistake[zh-CN]: 你得到的似乎是 float64，即 NumPy 的默认类型。
"""Through a float64 array."""

import numpy as np
import torch


def to_features(rows, requires_grad=False):
    return torch.tensor(np.array(rows, dtype=float), requires_grad=requires_grad)
