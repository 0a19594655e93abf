# quizzer: relu
"""The rectified linear unit without PyTorch's own."""

import torch


def relu(x):
    """Elements above 0 stay, all others become 0."""
    raise NotImplementedError("write relu")
