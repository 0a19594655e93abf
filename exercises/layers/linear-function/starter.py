# quizzer: linear-function
"""What a linear layer computes."""

import torch


def linear(x, weight, bias=None):
    """x of shape (…, in) times the transpose of weight (out, in), plus bias (out,)."""
    raise NotImplementedError("write linear")
