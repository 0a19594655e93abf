# quizzer: log-softmax
"""Log-probabilities that survive rare classes."""

import torch


def log_softmax(x, dim):
    """x minus the logarithm of the sum of exp(x) along dim."""
    raise NotImplementedError("write log_softmax")
