# quizzer: multi-loss-backward
"""One backward pass for several outputs."""

import torch


def weighted_backward(outputs, weights):
    """Add the gradient of the sum of all ``(weights[i] * outputs[i]).sum()`` to the leaves."""
    raise NotImplementedError("write weighted_backward")
