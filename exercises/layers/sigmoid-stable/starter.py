# quizzer: sigmoid-stable
"""A sigmoid that neither overflows nor loses its gradient."""

import torch


def sigmoid(x):
    """1 / (1 + exp(-x)) for each element."""
    raise NotImplementedError("write sigmoid")
