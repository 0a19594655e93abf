# quizzer: mse-broadcast-fix
"""A loss with a bug: find it and repair it."""

import torch.nn.functional as F


def regression_loss(model, x, y):
    """The mean squared error of ``model(x)``, shape (N, 1), for targets ``y``, shape (N,) or (N, 1)."""
    return F.mse_loss(model(x), y)
