# quizzer: max-pool2d
"""Max pooling without PyTorch's own."""

import torch


def max_pool2d(x, k, stride=None, padding=0):
    """The largest element of each k x k window of (N, C, H, W)."""
    raise NotImplementedError("write max_pool2d")
