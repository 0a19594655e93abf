# quizzer: standardize
"""Mean 0 and deviation 1 along a dimension."""

import torch


def standardize(x, dim, eps=1e-8):
    """Subtract the mean along ``dim`` and divide by the population standard deviation."""
    raise NotImplementedError("write standardize")
