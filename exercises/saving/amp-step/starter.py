# quizzer: amp-step
"""A forward pass in mixed precision."""

import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    """The cross-entropy of ``model(x)`` for the classes ``y``, with the model under autocast."""
    raise NotImplementedError
