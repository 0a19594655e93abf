# quizzer: causal-conv1d
"""A 1-D convolution that cannot see the future."""

import torch.nn.functional as F


def causal_conv1d(x, weight, bias=None, dilation=1):
    """(N, C, T) -> (N, O, T); position t sees itself and what was before."""
    return F.conv1d(x, weight, bias, dilation=dilation, padding="same")
