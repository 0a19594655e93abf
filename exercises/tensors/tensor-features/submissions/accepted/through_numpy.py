"""NumPy copies and converts."""

import numpy as np
import torch


def to_features(rows, requires_grad=False):
    return torch.from_numpy(np.array(rows, dtype=np.float32)).requires_grad_(requires_grad)
