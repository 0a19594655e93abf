# caught-by: has_the_shape
# mistake: Your weights seem to be float64.
# mistake[zh-CN]: 你的权重似乎是 float64。
"""NumPy's dtype."""

import numpy as np
import torch


def init_weight(out_features, in_features, seed):
    return torch.from_numpy(np.random.default_rng(seed).standard_normal((out_features, in_features)))
