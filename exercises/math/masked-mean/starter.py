# quizzer: masked-mean
"""The mean of padded sequences."""

import torch


def masked_mean(x, mask):
    """The mean of the valid steps of x (N, T, D), where mask (N, T) is True, as (N, D)."""
    raise NotImplementedError("write masked_mean")
