# quizzer: std-correction
"""How far do numbers lie from their mean?"""

import torch


def std(x, dim=None, *, correction=1, keepdim=False):
    """The root of the sum of squared distances from the mean, divided by n - correction."""
    raise NotImplementedError("write std")
