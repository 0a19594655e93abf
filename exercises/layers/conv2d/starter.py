# quizzer: conv2d
"""A 2-D convolution without PyTorch's own."""

import torch
import torch.nn.functional as F


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    """Cross-correlate (N, C, H, W) with filters (O, C / groups, kh, kw)."""
    raise NotImplementedError("write conv2d")
