"""NumPy's generator, converted."""

import numpy as np
import torch


def init_weight(out_features, in_features, seed):
    numbers = np.random.default_rng(seed).standard_normal((out_features, in_features))
    return torch.from_numpy(numbers.astype(np.float32))
