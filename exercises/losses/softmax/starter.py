# quizzer: softmax
"""Softmax without PyTorch's own."""

import torch


def softmax(x, dim):
    """exp(x) along dim, divided by its sum."""
    raise NotImplementedError("write softmax")
